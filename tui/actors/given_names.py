"""Given names that are one name in the languages of the field, a group a line.

The first form names the group in keys. Cyrillic and Latin forms that already have the same key
need not be listed twice. Pet names are left out: they are not used for people in the news.
"""

from __future__ import annotations

GROUPS = tuple(
    line
    for line in """
Aliaksandr Alexander Aleksandr Aleksander Alexandr Олександр Аляксандр Александр Alexandre
Aliaksandra Alexandra Aleksandra Oleksandra Alyaksandra Аляксандра Олександра Александра
Aliaksei Alexei Alexey Aleksei Aleksey Oleksii Oleksiy Alyaksei Олексій Аляксей Алексей Alexis
Anatol Anatoly Anatoli Anatoliy Anatolii Анатолий Анатоль Анатолій
Anastasia Anastasiya Anastasija Анастасия Анастасія Настасся Nastassia
Andrei Andrey Andrej Andriy Andrii Andrzej Andrius Andrejs Андрей Андрій Андрэй
Anna Hanna Ganna Анна Ганна Ана
Arkadz Arkady Arkadi Arkadiy Аркадий Аркадзь
Artsiom Artyom Artem Artsyom Артём Артем Арцём
Barys Boris Borys Борис Барыс
Bohdan Bogdan Богдан
Dzianis Denis Denys Dzyanis Денис Дзяніс
Dzmitry Dmitry Dmitri Dmitriy Dmitrii Dmytro Zmitser Dimitri Dimitry Дмитрий Дмитро Дзмітрый Зміцер
Daniil Danila Danylo Daniel Даниил Данила Данило Даніла
Dzianisa Denisa
Eduard Edward Эдуард Едуард
Ihar Igor Ihor Игорь Ігор Ігар
Ilya Illia Ilia Illya Илья Ілля Ілья
Iryna Irina Iryna Ирина Ірина Ірына
Ivan Ian Iwan Иван Іван
Yan Jan Янь Ян
Ivanka Іванка
Yauhen Yevgeny Evgeny Evgeni Yevgeni Yevhen Yevgeniy Eugene Jauhien Yevheniy Евгений Євген Яўген
Yauheniya Yevgenia Evgenia Yevheniia Евгения Євгенія Яўгенія
Yahor Egor Yegor Jahor Yehor Егор Єгор Ягор
Yuri Yury Iury Jury Yuriy Yurii Juri Iurii Jerzy Юрий Юрій Юры
Yulia Julia Iuliia Yuliya Julija Юлия Юлія
Yakau Yakov Jakov Yakiv Яков Якаў Яків
Yaraslau Yaroslav Jaroslav Jaroslaw Ярослав Яраслаў
Yaraslava Yaroslava Ярослава
Kanstantsin Konstantin Kostiantyn Kastantsin Konstantyn Константин Костянтин Канстанцін
Katsiaryna Ekaterina Yekaterina Kateryna Katerina Catherine Екатерина Катерина Кацярына
Kiryl Kirill Kyrylo Kiril Cyril Кирилл Кирило Кірыл
Kseniya Ksenia Xenia Oksana Ксения Ксенія Аксана Оксана
Larysa Larisa Лариса Ларыса
Leanid Leonid Леонид Леонід Леанід
Liudmila Lyudmila Ludmila Liudmyla Lyudmyla Людмила Людміла
Liavon Leon Levon Леон Лявон
Lev Leo Леў Лев
Maryia Maria Mariya Mariia Maryja Мария Марыя Марія
Maryna Marina Марина Марына
Maksim Maxim Maksym Maxym Максим Максім
Mikalai Nikolai Nikolay Mykola Mikola Mikalay Nikolaj Николай Микола Мікалай Nicholas Nicolae
Mikhail Michael Mykhailo Mikhailo Michail Mihail Mikhal Mykhaylo Михаил Михайло Міхаіл Michal
Mikita Nikita Mykyta Никита Микита Мікіта
Mechyslau Mechislav Mieczyslaw Мечислав Мечыслаў
Natallia Natalia Natalya Nataliya Nataliia Наталья Наталія Наталля Наталия
Nadzeya Nadezhda Nadiya Nadiia Nadzieja Надежда Надія Надзея
Nina Ніна Нина
Aleh Oleg Oleh Олег Алег
Alena Elena Yelena Olena Helena Алена Олена Елена
Aksana Oksana
Palina Polina Полина Паліна
Pavel Paval Pavlo Pavol Pawel Paul Павел Павал Павло
Piatro Petr Pyotr Petro Piotr Pyatro Peter Пётр Петр Петро Пятро
Raman Roman Роман Раман
Ruslan Руслан
Ryhor Grigory Grigori Hryhoriy Hryhorii Grigoriy Hryhory Григорий Григорій Рыгор
Siarhei Sergei Sergey Serhii Serhiy Syarhei Siarhiej Sergiy Serhij Sergejs Сергей Сергій Сяргей
Siamion Semyon Semion Semen Simeon Семён Семен Сямён
Stanislau Stanislav Stanislaw Станислав Станіслаў Станіслав
Stsiapan Stepan Stefan Stephan Степан Сцяпан
Sviatlana Svetlana Svitlana Swiatlana Svyatlana Светлана Світлана Святлана
Sviataslau Sviatoslav Svyatoslav Святослав Святаслаў
Tatsiana Tatiana Tatyana Tetiana Tacciana Татьяна Тетяна Таццяна Tetyana
Tsimafei Timofey Timofei Tymofiy Тимофей Тимофій Цімафей
Tsimur Timur Тимур Цімур
Uladzimir Vladimir Volodymyr Uladzimier Wladimir Włodzimierz Vladimirs Владимир Володимир Уладзімір
Uladzislau Vladislav Vladyslav Władysław Владислав Уладзіслаў
Vadzim Vadim Vadym Вадим Вадзім
Valery Valeriu Valeri Valeriy Valerii Valerij Валерий Валерій Валерый
Valeryia Valeria Valeriya Valeriia Валерия Валерія Валерыя
Valiantsin Valentin Valentyn Валентин Валянцін
Valiantsina Valentina Valentyna Валентина Валянціна
Vasil Vasile Vasily Vasyl Vasili Vasiliy Vasilii Wasyl Василий Василь Васіль
Veranika Veronika Veronica Вероника Вераніка
Viachaslau Vyacheslav Viacheslav Viaceslau Vaclav Вячеслав Вячаслаў
Viktar Victor Viktor Wiktor Виктор Віктор Віктар
Viktoryia Victoria Viktoria Viktoriya Виктория Вікторія Вікторыя
Vital Vitaly Vitali Vitaliy Vitalii Виталий Віталій Віталь
Vitold Witold Vytautas Витольд Вітаўт
Volha Olga Olha Volga Ольга Вольга
Zinaida Zinaida Зинаида Зінаіда
Zianon Zenon Зенон Зянон
Zhanna Joanna Жанна
Ales Oles Алесь Олесь
Alesia Olesya Olesia Алеся Олеся
Heorhi Georgy Georgi Georgiy Heorhiy Heorhii Gheorghe Георгий Георгій
Henadz Gennady Hennadiy Hennadii Gennadi Gennadiy Genady Геннадий Геннадій Генадзь
Halina Galina Halyna Галина Галіна
Fiodar Fyodor Fedor Fedir Theodor Фёдор Федор Федір Фёдар
Filip Philip Phillip Filipp Филипп Філіп Пилип
Anton Antony Antoni Антон
Arseni Arseny Arseniy Arsenii Арсений Арсеній
Mikheil Mikhael
Elizaveta Elizabeth Lizaveta Yelyzaveta Елизавета Лізавета
Eva Yeva Ева
John Джон Johnny
George Джордж
James Джеймс
Joseph Джозеф Iosif Yosif Иосиф Josef Jozef
William Вильям Уильям
Mahomed Mohammed Mohamed Muhammad Mohammad Muhammed Магомед Мухаммед Мухаммад Mohamad
Ahmad Ahmed Ахмед Ахмад
Yusuf Yousef Youssef Yousuf Юсуф
Hussein Husayn Hossein Hussain Хусейн Хуссейн
Khristo Hristo Christo Hriszto Христо
Rumiana Rumyana Румяна
Georgi Gheorghi
Hryhorii Hryhorij
Iosif Yosyp Josif Йосип
Yukhym Efim Yefim Юхим Єфим Ефим Яўхім
Tadeusz Tadevush Tadeush Тадеуш Тадэвуш
Abdullah Abdulla Abdallah Абдулла
Ramazan Ramzan Рамзан Рамазан
""".splitlines()
    if line
)
