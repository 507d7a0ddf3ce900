/**
 * Places that are not names of IANA zones but that people ask for. Each line: the zone, then the names in lower
 * case. Countries are here only when one zone serves nearly all of their people.
 */
const PLACES = `
Asia/Shanghai: china, beijing, peking, shenzhen, guangzhou, chengdu, wuhan, tianjin, hangzhou, nanjing, xian
Asia/Kolkata: india, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune, ahmedabad, kolkata, calcutta, goa, jaipur
Asia/Tokyo: japan, osaka, kyoto, yokohama, nagoya, sapporo, fukuoka, hiroshima, kobe
Asia/Seoul: korea, south korea, busan, incheon
Asia/Pyongyang: north korea
Asia/Taipei: taiwan
Asia/Hong_Kong: hong kong
Asia/Manila: philippines, cebu, davao
Asia/Ho_Chi_Minh: vietnam, hanoi, saigon, ho chi minh city, da nang
Asia/Bangkok: thailand, chiang mai, phuket
Asia/Kuala_Lumpur: malaysia, penang
Asia/Singapore: singapore
Asia/Jakarta: java, bandung, surabaya
Asia/Makassar: bali, denpasar
Asia/Dhaka: bangladesh
Asia/Karachi: pakistan, lahore, islamabad
Asia/Kathmandu: nepal, kathmandu
Asia/Colombo: sri lanka
Asia/Yangon: myanmar, burma, rangoon
Asia/Phnom_Penh: cambodia
Asia/Vientiane: laos
Asia/Kabul: afghanistan
Asia/Tehran: iran
Asia/Baghdad: iraq
Asia/Dubai: united arab emirates, uae, emirates, abu dhabi, sharjah
Asia/Riyadh: saudi arabia, saudi, jeddah, mecca, medina
Asia/Qatar: doha
Asia/Kuwait: kuwait city
Asia/Muscat: oman
Asia/Jerusalem: israel, tel aviv, haifa
Asia/Beirut: lebanon
Asia/Amman: jordan
Asia/Damascus: syria
Asia/Tbilisi: georgia
Asia/Yerevan: armenia
Asia/Baku: azerbaijan
Asia/Tashkent: uzbekistan
Asia/Almaty: kazakhstan, astana
Europe/London: united kingdom, uk, great britain, britain, england, scotland, wales, northern ireland, manchester, birmingham, edinburgh, glasgow, liverpool, leeds, bristol, cardiff, belfast, oxford, cambridge
Europe/Dublin: ireland, cork, galway
Europe/Paris: france, marseille, lyon, nice, toulouse, bordeaux, strasbourg, lille
Europe/Berlin: germany, munich, muenchen, hamburg, frankfurt, cologne, koln, stuttgart, dusseldorf, leipzig, dresden, hanover, nuremberg, bremen
Europe/Madrid: spain, barcelona, valencia, seville, bilbao, malaga
Atlantic/Canary: canary islands, tenerife, gran canaria, lanzarote
Europe/Lisbon: portugal, porto
Europe/Rome: italy, milan, naples, turin, florence, venice, bologna, palermo
Europe/Amsterdam: netherlands, holland, rotterdam, the hague, utrecht, eindhoven
Europe/Brussels: belgium, antwerp, ghent, bruges
Europe/Zurich: switzerland, geneva, basel, bern, lausanne
Europe/Vienna: austria, salzburg, graz, innsbruck
Europe/Copenhagen: denmark, aarhus
Europe/Stockholm: sweden, gothenburg, malmo
Europe/Oslo: norway, bergen
Europe/Helsinki: finland, tampere
Atlantic/Reykjavik: iceland
Europe/Warsaw: poland, krakow, cracow, gdansk, wroclaw, poznan
Europe/Prague: czech republic, czechia, brno
Europe/Bratislava: slovakia
Europe/Budapest: hungary
Europe/Bucharest: romania
Europe/Sofia: bulgaria
Europe/Athens: greece, thessaloniki, crete
Europe/Istanbul: turkey, turkiye, ankara, izmir
Europe/Kyiv: ukraine, kyiv, kiev, lviv, odesa
Europe/Minsk: belarus
Europe/Belgrade: serbia
Europe/Zagreb: croatia, split, dubrovnik
Europe/Ljubljana: slovenia
Europe/Sarajevo: bosnia
Europe/Tallinn: estonia
Europe/Riga: latvia
Europe/Vilnius: lithuania
Europe/Moscow: st petersburg, saint petersburg
Asia/Nicosia: cyprus
Africa/Cairo: egypt, alexandria
Africa/Casablanca: morocco, marrakesh, rabat
Africa/Algiers: algeria
Africa/Tunis: tunisia
Africa/Lagos: nigeria, abuja
Africa/Accra: ghana
Africa/Nairobi: kenya, mombasa
Africa/Addis_Ababa: ethiopia
Africa/Kampala: uganda
Africa/Dar_es_Salaam: tanzania, zanzibar
Africa/Johannesburg: south africa, cape town, durban, pretoria
Africa/Harare: zimbabwe
Africa/Dakar: senegal
Africa/Kigali: rwanda
America/New_York: new york city, nyc, manhattan, brooklyn, boston, washington, washington dc, philadelphia, miami, atlanta, orlando, tampa, baltimore, pittsburgh, cleveland, charlotte, columbus, buffalo, new york state, massachusetts, pennsylvania, virginia, west virginia, north carolina, south carolina, florida, maryland, delaware, new jersey, connecticut, rhode island, vermont, new hampshire, maine, ohio, eastern, eastern time, est, edt
America/Detroit: michigan
America/Indiana/Indianapolis: indiana
America/Chicago: houston, dallas, austin, san antonio, new orleans, minneapolis, milwaukee, st louis, saint louis, kansas city, memphis, nashville, oklahoma city, texas, illinois, wisconsin, minnesota, iowa, missouri, arkansas, louisiana, mississippi, alabama, oklahoma, kansas, nebraska, tennessee, central time, cst, cdt
America/Denver: salt lake city, albuquerque, el paso, colorado springs, colorado, utah, wyoming, montana, new mexico, mountain time, mst, mdt
America/Phoenix: arizona, tucson
America/Los_Angeles: la, san francisco, seattle, portland, san diego, san jose, las vegas, sacramento, oakland, silicon valley, hollywood, california, washington state, oregon, nevada, pacific, pacific time, pst, pdt
America/Anchorage: alaska
Pacific/Honolulu: hawaii
America/Puerto_Rico: san juan
America/Toronto: ottawa, montreal, quebec, ontario
America/Vancouver: british columbia, victoria
America/Edmonton: calgary, alberta
America/Winnipeg: manitoba
America/Regina: saskatchewan
America/Halifax: nova scotia
America/St_Johns: newfoundland
America/Mexico_City: guadalajara, monterrey
America/Sao_Paulo: rio, rio de janeiro, brasilia, salvador
America/Argentina/Buenos_Aires: argentina, buenos aires, cordoba
America/Santiago: chile
America/Bogota: colombia, medellin
America/Lima: peru, cusco
America/Caracas: venezuela
America/La_Paz: bolivia
America/Guayaquil: ecuador, quito
America/Montevideo: uruguay
America/Asuncion: paraguay
America/Havana: cuba
America/Jamaica: kingston
America/Costa_Rica: san jose costa rica
America/Guatemala: guatemala city
America/Panama: panama city
America/Santo_Domingo: dominican republic
Australia/Sydney: canberra, new south wales
Australia/Melbourne: geelong
Australia/Brisbane: queensland, gold coast
Australia/Perth: western australia
Australia/Adelaide: south australia
Australia/Hobart: tasmania
Pacific/Auckland: new zealand, wellington, christchurch
Pacific/Fiji: suva
UTC: utc, gmt, zulu, universal time, greenwich mean time, coordinated universal time
Europe/Brussels: cet, cest, central european time
`;

/** Countries with several zones, and a city of each of the larger ones to ask for instead. */
export const MANY_ZONES: ReadonlyMap<string, string> = new Map([
  ...['united states', 'united states of america', 'usa', 'us', 'america'].map(
    (name) => [name, 'New York, Chicago, Denver or Los Angeles'] as const,
  ),
  ['canada', 'Toronto, Winnipeg, Edmonton or Vancouver'],
  ['australia', 'Sydney, Adelaide or Perth'],
  ['russia', 'Moscow, Yekaterinburg or Vladivostok'],
  ['brazil', 'Sao Paulo or Manaus'],
  ['mexico', 'Mexico City or Tijuana'],
  ['indonesia', 'Jakarta, Bali or Jayapura'],
  ['mongolia', 'Ulaanbaatar or Hovd'],
  ['congo', 'Kinshasa or Lubumbashi'],
]);

/** The zone of each listed name. */
export const ZONE_BY_NAME: ReadonlyMap<string, string> = new Map(
  PLACES.trim()
    .split('\n')
    .flatMap((line) => {
      const [zone = '', names = ''] = line.split(': ');
      return names.split(', ').map((name) => [name, zone] as const);
    }),
);
