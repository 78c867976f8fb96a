"""``python -m tui.actors`` prepares the world's registry anew after a change of its files."""

from tui.actors.prepared import main

main()
