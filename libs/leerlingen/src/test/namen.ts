/** Names as they are given in the Netherlands, per culture of naming; all persons made of them are invented. */
export interface Naamcultuur {
  naam: string;
  achternamen: readonly string[];
  voorvoegsels: readonly string[];
  meisjes: readonly string[];
  jongens: readonly string[];
  /** Other spellings of one name, as another school writes it. */
  spellingen: readonly (readonly [RegExp, string])[];
  /** Of a hundred surnames so many are double (a partner's or the mother's name). */
  dubbel: number;
  /** Of a hundred roepnamen so many have a second name with them. */
  tweede: number;
  /** Surname and roepnaam sometimes change places. */
  wisselt?: boolean;
}

const lijst = (namen: string): string[] => namen.split(' ').map((n) => n.replaceAll('_', ' '));

export const CULTUREN: readonly Naamcultuur[] = [
  {
    naam: 'Nederlands',
    achternamen: lijst(
      'Jansen Janssen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Postma Kuijpers Willems Hoekstra Koster Prins Huisman Postema Verhoeven Schouten Kramer Groen Wit Boer Berg Linden Heuvel Leeuwen Vliet Meer Wal Hart Ven Pol Velde Broek',
    ),
    voorvoegsels: ['', '', '', 'de', 'van', 'van der', 'van den', "van 't"],
    meisjes: lijst(
      'Emma Julia Mila Sophie Tess Zoë Sara Nora Eva Lotte Liv Anna Saar Noor Evi Fleur Lynn Isa Roos Fenna Lieke Maud Jasmijn Femke',
    ),
    jongens: lijst(
      'Noah Sem Daan Levi Finn Lucas Bram Milan Thijs Luuk Mees Jesse Ruben Tijn Thomas Julian Sam Tim Stijn Hugo Gijs Jelle Sven Koen',
    ),
    spellingen: [
      [/ij/, 'y'],
      [/ss/, 's'],
      [/ck|k/, 'ck'],
      [/oe/, 'ou'],
    ],
    ...{ dubbel: 6, tweede: 8 },
  },
  {
    naam: 'Turks',
    achternamen: lijst(
      'Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Karataş Güneş Aksoy Erdoğan Bulut Keskin Ünal Turan Gül Yavuz Can Acar Güler Tekin Köse Ağaoğlu Yüksel Taş',
    ),
    voorvoegsels: [''],
    meisjes: lijst(
      'Zeynep Elif Ayşe Fatma Merve Büşra Esra Ebru İlayda Beyza Sümeyye Hatice Nur Melike Ceren Selin Dilara Yasemin Şeyma Tuğba Ecrin Azra Gizem Hilal',
    ),
    jongens: lijst(
      'Mehmet Mustafa Emre Yusuf Burak Ömer Hasan Hüseyin İbrahim Murat Can Kerem Enes Furkan Berkay Oğuzhan Umut Eren Kaan Serkan Emir Ali Tuğrul Batuhan',
    ),
    spellingen: [
      [/ğ/, ''],
      [/ö|ü/, 'u'],
      [/ç/, 'tj'],
      [/ş/, 'sj'],
    ],
    ...{ dubbel: 4, tweede: 15 },
  },
  {
    naam: 'Marokkaans',
    achternamen: lijst(
      'El_Amrani El_Idrissi Bouzid Benali El_Khattabi Aziz Ouali Boulahrouz El_Hamdaoui Chaabi Azzouzi Bennani El_Mansouri Tahiri Amrani Ziani El_Ghazi Boutahar Haddou Ben_Haddou Ait_Lahcen El_Yaakoubi Bakkali Lahlali Achahbar El_Kaddouri Mimouni Zaoui Boukhari Chakir Oulad_Ali Belhaj El_Fassi Saidi Aarab Moussaoui Laroussi Kasmi Daoudi Touzani',
    ),
    voorvoegsels: [''],
    meisjes: lijst(
      'Fatima Salma Yousra Imane Nisrine Hafsa Aya Chaimae Sara Naoual Khadija Ikram Soumaya Hajar Meryem Rania Lina Oumaima Dounia Samira Nora Ilham Siham Wafae',
    ),
    jongens: lijst(
      'Mohammed Mohamed Youssef Ayoub Bilal Anass Hamza Ilias Soufiane Zakaria Yassine Amine Omar Ibrahim Achraf Nabil Karim Rachid Hicham Tarik Said Mounir Walid Imran',
    ),
    spellingen: [
      [/^El /, ''],
      [/mm/, 'm'],
      [/ou/, 'u'],
      [/ch/, 'sh'],
      [/y/i, 'j'],
      [/ss/, 's'],
    ],
    ...{ dubbel: 3, tweede: 18 },
  },
  {
    naam: 'Pools',
    achternamen: lijst(
      'Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Rutkowski',
    ),
    voorvoegsels: [''],
    meisjes: lijst(
      'Julia Zuzanna Maja Oliwia Wiktoria Amelia Lena Natalia Aleksandra Katarzyna Karolina Magdalena Agnieszka Martyna Weronika Kinga Gabriela Paulina Patrycja Dominika Milena Nikola Emilia Łucja',
    ),
    jongens: lijst(
      'Jakub Szymon Filip Kacper Mateusz Michał Bartosz Wojciech Adam Piotr Paweł Łukasz Dawid Kamil Oskar Maciej Krzysztof Tomasz Sebastian Igor Patryk Grzegorz Marcel Stanisław',
    ),
    spellingen: [
      [/ski$/, 'ska'],
      [/sz/, 's'],
      [/rz/, 'z'],
      [/w/, 'v'],
      [/ks/, 'x'],
    ],
    ...{ dubbel: 5, tweede: 6 },
  },
  {
    naam: 'Surinaams',
    achternamen: lijst(
      'Ramdin Soekhoe Rampersad Jagesar Kartosen Lie-A-Ling Tjon-A-Joe Wijdenbosch Kromokarijo Djojodikromo Bouterse Pinas Ramkisoen Gopal Mahabier Sewnarain Baldewsingh Biharie Ganpat Kalloe Doerga Chin-A-Loi Pansa Vrede Sumter Blokland Hoever Kasanredjo Sastroredjo Pawirodimedjo Ramlal Sital Autar Bissumbhar Raghoebar Mangal Dihal Jhinkoe Panday Boejharat',
    ),
    voorvoegsels: [''],
    meisjes: lijst(
      'Shanti Priya Anjali Radha Sharmila Soraya Chantal Gracia Joyce Sherida Rani Kavita Nirmala Asha Xaviera Melissa Shaniqua Romaisa Indira Sunita Farida Jenny Rachel Naomi',
    ),
    jongens: lijst(
      'Rishi Anil Sunil Vikash Ravin Dinesh Giovanni Clyde Romano Jerrel Kenneth Santosh Akash Rakesh Winston Orlando Ludwig Jayden Shaquille Darnell Roché Amar Iwan Soedjono',
    ),
    spellingen: [
      [/oe/, 'u'],
      [/ie/, 'i'],
      [/dj/, 'j'],
      [/tj/, 'ch'],
      [/sh/, 's'],
      [/-/, ' '],
    ],
    ...{ dubbel: 10, tweede: 12 },
  },
  {
    naam: 'Vietnamees',
    achternamen: lijst(
      'Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Đoàn Lâm Mai Tô',
    ),
    voorvoegsels: [''],
    meisjes: lijst(
      'Anh Lan Mai Linh Hương Thảo Ngọc Trang Phương Hà Thu_Hà Thanh_Thảo Minh_Anh Kim_Ngân Bảo_Ngọc Quỳnh_Anh Thùy_Linh Khánh_Vy My Tuyết Yến Hạnh Diệu_Linh Hồng_Nhung',
    ),
    jongens: lijst(
      'Minh Tuấn Hùng Dũng Nam Huy Khoa Long Phúc Quân Đức_Anh Gia_Bảo Quốc_Huy Hoàng_Nam Minh_Khôi Tuấn_Kiệt Anh_Tuấn Văn_An Hữu_Phước Thành_Đạt Sơn Việt Bình Duy',
    ),
    spellingen: [
      [/ph/i, 'F'],
      [/^Ng/, 'N'],
      [/y/, 'i'],
      [/nh$/, 'n'],
    ],
    ...{ dubbel: 1, tweede: 10, wisselt: true },
  },
];
