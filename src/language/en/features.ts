/**
 * Places that are neither countries, first-order regions nor towns: continents, world regions, seas, gulfs,
 * straits, border regions, historic lands, and a few landmarks that news uses as places.
 * One line each: id | names, comma-separated | precision | latitude | longitude | country (where it has one).
 * Facts of common geography; coordinates are rough middles, those of continents and the Middle East GeoNames' own.
 */
export const featureLines = `
continent:africa | Africa | region | 7.188 | 21.094
continent:asia | Asia | region | 29.841 | 89.297
continent:europe | Europe | region | 48.691 | 9.141
continent:north-america | North America | region | 46.073 | -100.547
continent:south-america | South America | region | -14.605 | -57.656
continent:oceania | Oceania | region | -18.313 | 138.516
continent:antarctica | Antarctica | region | -78.159 | 16.406
region:americas | Americas | region | 15 | -80
region:latin-america | Latin America | region | -10 | -65
region:central-america | Central America | region | 13 | -86
region:caribbean | Caribbean, West Indies, Antilles | region | 16 | -71
region:middle-east | Middle East, Mideast, Near East | region | 33.138 | 35.859
region:north-africa | North Africa, Northern Africa, Maghreb | region | 28 | 9
region:west-africa | West Africa, Western Africa | region | 12 | -3
region:east-africa | East Africa, Eastern Africa | region | 1 | 37
region:central-africa | Central Africa | region | 4 | 20
region:southern-africa | Southern Africa | region | -24 | 24
region:sub-saharan-africa | Sub-Saharan Africa, sub-Saharan Africa | region | -1 | 21
region:sahel | Sahel | region | 14 | 5
region:sahara | Sahara, Sahara Desert | region | 23 | 10
region:horn-of-africa | Horn of Africa | region | 8 | 46
region:great-lakes | Great Lakes | region | 45 | -84
region:eastern-europe | Eastern Europe, East Europe | region | 50 | 30
region:western-europe | Western Europe | region | 48 | 5
region:central-europe | Central Europe | region | 49 | 16
region:southern-europe | Southern Europe | region | 41 | 14
region:northern-europe | Northern Europe | region | 60 | 18
region:balkans | Balkans, Western Balkans | region | 43 | 21
region:baltics | Baltics, Baltic states, Baltic States | region | 57 | 25
region:scandinavia | Scandinavia | region | 63 | 16
region:iberia | Iberian Peninsula, Iberia | region | 40 | -4
region:caucasus | Caucasus, South Caucasus, North Caucasus | region | 42.5 | 44.5
region:central-asia | Central Asia | region | 44 | 66
region:south-asia | South Asia, Southern Asia, Indian subcontinent | region | 22 | 80
region:southeast-asia | Southeast Asia, South-East Asia, South East Asia, Southeastern Asia | region | 8 | 107
region:east-asia | East Asia, Eastern Asia | region | 36 | 115
region:northeast-asia | Northeast Asia | region | 43 | 128
region:western-asia | Western Asia | region | 33 | 45
region:far-east | Far East | region | 45 | 130
region:asia-pacific | Asia-Pacific, Asia Pacific, Indo-Pacific | region | 10 | 125
region:siberia | Siberia | region | 62 | 105 | RU
region:arctic | Arctic, Arctic Circle | region | 78 | 0
region:eurasia | Eurasia | region | 50 | 60
region:levant | Levant | region | 33.5 | 36
region:gulf-states | Gulf states, Gulf States, Arabian Peninsula, Arabia | region | 24 | 47
region:korean-peninsula | Korean Peninsula, Korean peninsula, Korea | region | 38 | 127
region:indochina | Indochina | region | 16 | 105
region:amazon | Amazon, Amazonia, Amazon basin, Amazon rainforest | region | -5 | -61
region:andes | Andes | region | -15 | -72
region:patagonia | Patagonia | region | -45 | -70
region:himalayas | Himalayas, Himalaya | region | 28.5 | 84
region:alps | Alps | region | 46.5 | 9.5
region:hindu-kush | Hindu Kush | region | 36 | 71
region:darfur | Darfur | region | 13.5 | 24 | SD
region:kordofan | Kordofan | region | 12.5 | 29.8 | SD
region:gaza-strip | Gaza Strip, Gaza | region | 31.42 | 34.35 | PS
region:west-bank | West Bank | region | 31.95 | 35.25 | PS
region:golan-heights | Golan Heights, Golan | region | 33 | 35.8
region:sinai | Sinai, Sinai Peninsula | region | 29.5 | 33.8 | EG
region:kashmir | Kashmir | region | 34.2 | 75.5
region:crimea | Crimea, Crimean Peninsula | region | 45.3 | 34.4 | UA
region:donbas | Donbas, Donbass | region | 48.3 | 38.2 | UA
region:transnistria | Transnistria | region | 47.1 | 29.4 | MD
region:abkhazia | Abkhazia | region | 43 | 41 | GE
region:south-ossetia | South Ossetia | region | 42.3 | 44 | GE
region:nagorno-karabakh | Nagorno-Karabakh, Karabakh | region | 39.8 | 46.75 | AZ
region:chechnya | Chechnya | region | 43.3 | 45.7 | RU
region:kurdistan | Kurdistan, Iraqi Kurdistan, Kurdistan Region | region | 36.3 | 44 | IQ
region:rojava | Rojava | region | 36.7 | 40.3 | SY
region:tibet | Tibet | region | 31.5 | 88 | CN
region:xinjiang | Xinjiang | region | 41.5 | 86 | CN
region:inner-mongolia | Inner Mongolia | region | 44 | 113 | CN
region:manchuria | Manchuria | region | 45 | 125 | CN
region:western-sahara | Western Sahara | region | 24.5 | -13 | EH
region:biafra | Biafra | region | 5.8 | 7.3 | NG
region:niger-delta | Niger Delta | region | 5 | 6 | NG
region:somaliland | Somaliland | region | 9.6 | 45.9 | SO
region:puntland | Puntland | region | 9 | 49 | SO
region:tigray | Tigray | region | 13.8 | 38.8 | ET
region:katanga | Katanga | region | -9.5 | 26.5 | CD
region:kivu | Kivu | region | -2.5 | 28 | CD
region:aceh | Aceh | region | 4.2 | 96.9 | ID
region:sumatra | Sumatra | region | 0 | 102 | ID
region:java | Java | region | -7.3 | 110 | ID
region:borneo | Borneo | region | 0.5 | 114
region:sulawesi | Sulawesi | region | -2 | 121 | ID
region:bali | Bali | region | -8.4 | 115.1 | ID
region:luzon | Luzon | region | 16 | 121 | PH
region:central-luzon | Central Luzon | region | 15.47 | 120.75 | PH
region:mindanao | Mindanao | region | 8 | 125 | PH
region:visayas | Visayas | region | 11 | 123.5 | PH
region:punjab | Punjab | region | 31 | 73
region:bengal | Bengal | region | 23.5 | 89
region:england | England | region | 52.5 | -1.5 | GB
region:scotland | Scotland | region | 56.8 | -4.2 | GB
region:wales | Wales | region | 52.3 | -3.7 | GB
region:northern-ireland | Northern Ireland, Ulster | region | 54.6 | -6.7 | GB
region:british-isles | British Isles | region | 54 | -4
region:midlands | West Midlands, East Midlands, Midlands | region | 52.6 | -1.7 | GB
region:east-anglia | East Anglia | region | 52.4 | 0.9 | GB
region:yorkshire | Yorkshire, South Yorkshire, West Yorkshire | region | 53.8 | -1.4 | GB
region:sussex | Sussex | region | 50.9 | -0.2 | GB
region:channel-islands | Channel Islands | region | 49.4 | -2.4
region:catalonia | Catalonia, Catalunya | region | 41.8 | 1.5 | ES
region:basque-country | Basque Country | region | 43 | -2.6 | ES
region:andalusia | Andalusia | region | 37.5 | -4.7 | ES
region:canary-islands | Canary Islands | region | 28.3 | -16.5 | ES
region:brittany | Brittany | region | 48.2 | -2.9 | FR
region:normandy | Normandy | region | 49 | 0.2 | FR
region:corsica | Corsica | region | 42.1 | 9.1 | FR
region:bavaria | Bavaria | region | 48.9 | 11.4 | DE
region:saxony | Saxony | region | 51 | 13.4 | DE
region:rhineland | Rhineland | region | 50.5 | 7
region:sicily | Sicily | region | 37.6 | 14 | IT
region:sardinia | Sardinia | region | 40.1 | 9.1 | IT
region:tuscany | Tuscany | region | 43.4 | 11.1 | IT
region:lombardy | Lombardy | region | 45.6 | 9.8 | IT
region:crete | Crete | region | 35.2 | 24.9 | GR
region:cyprus-north | Northern Cyprus | region | 35.3 | 33.4 | CY
region:anatolia | Anatolia | region | 39 | 35 | TR
region:new-england | New England | region | 44 | -71 | US
region:midwest | Midwest, American Midwest | region | 41.5 | -90 | US
region:east-coast | East Coast, Eastern Seaboard | region | 39 | -76 | US
region:west-coast | West Coast | region | 40 | -122 | US
region:gulf-coast | Gulf Coast | region | 29.8 | -90.5 | US
region:appalachia | Appalachia, Appalachian Mountains, Appalachians | region | 38 | -81 | US
region:rocky-mountains | Rocky Mountains, Rockies | region | 43 | -110
region:silicon-valley | Silicon Valley | region | 37.39 | -122.06 | US
region:bay-area | Bay Area, San Francisco Bay Area | region | 37.75 | -122.3 | US
region:southern-california | Southern California | region | 34 | -117.5 | US
region:northern-california | Northern California | region | 39.5 | -122 | US
region:long-island | Long Island | region | 40.8 | -73.2 | US
region:manhattan | Manhattan | city | 40.78 | -73.97 | US
region:brooklyn | Brooklyn | city | 40.65 | -73.95 | US
region:queens | Queens | city | 40.72 | -73.8 | US
region:bronx | Bronx, the Bronx | city | 40.85 | -73.87 | US
region:staten-island | Staten Island | city | 40.58 | -74.15 | US
region:rio-grande-valley | Rio Grande Valley | region | 26.2 | -98.1 | US
region:us-mexico-border | US-Mexico border, U.S.-Mexico border, US–Mexico border, Mexican border, Mexico border | region | 31.5 | -108
region:durand-line | Durand Line | region | 32 | 69.5
region:38th-parallel | 38th parallel, DMZ, Demilitarized Zone | region | 38.3 | 127.5
region:blue-line | Blue Line | region | 33.1 | 35.4
region:line-of-control | Line of Control | region | 34 | 74.5
region:darien-gap | Darién Gap, Darien Gap | region | 7.9 | -77.4
region:golden-triangle | Golden Triangle | region | 20.4 | 100.1
region:tri-border | Tri-Border Area, Triple Frontier | region | -25.6 | -54.6
region:baja-california | Baja California | region | 30 | -115 | MX
region:yucatan | Yucatán Peninsula, Yucatan Peninsula | region | 20 | -89 | MX
region:sierra-madre | Sierra Madre | region | 25 | -106 | MX
region:hispaniola | Hispaniola | region | 18.8 | -71
region:guajira | La Guajira, Guajira Peninsula | region | 11.5 | -72.5
region:essequibo | Essequibo | region | 6 | -59.5 | GY
region:falklands | Falkland Islands, Falklands, Malvinas | region | -51.75 | -59.2 | FK
region:galapagos | Galápagos Islands, Galapagos Islands, Galapagos | region | -0.6 | -90.5 | EC
region:tasmania | Tasmania | region | -42 | 146.6 | AU
region:north-island | North Island | region | -39 | 175.8 | NZ
region:south-island | South Island | region | -43.6 | 170.9 | NZ
region:hawaii | Hawaii, Hawaiian Islands | region | 20.8 | -156.5 | US
region:kuril-islands | Kuril Islands, Kurils | region | 46.5 | 151 | RU
region:spratly | Spratly Islands, Spratlys | region | 9.5 | 113
region:paracel | Paracel Islands, Paracels | region | 16.5 | 112
region:senkaku | Senkaku Islands, Diaoyu Islands | region | 25.8 | 123.5
region:okinawa | Okinawa | region | 26.5 | 128 | JP
region:hokkaido | Hokkaido | region | 43.2 | 142.8 | JP
region:honshu | Honshu | region | 36.5 | 138.5 | JP
region:kyushu | Kyushu | region | 32.8 | 131 | JP
region:sakhalin | Sakhalin | region | 50.5 | 143 | RU
region:kamchatka | Kamchatka | region | 56.5 | 160 | RU
region:chagos | Chagos Islands, Chagos | region | -6.3 | 72
region:zanzibar | Zanzibar | region | -6.1 | 39.3 | TZ
region:pemba | Pemba Island, Pemba | region | -5.2 | 39.75 | TZ
region:rhodesia | Rhodesia | region | -19 | 30 | ZW
region:yugoslavia | Yugoslavia, former Yugoslavia | region | 44 | 20
region:czechoslovakia | Czechoslovakia | region | 49.5 | 17
region:ottoman-empire | Ottoman Empire | region | 39 | 35
region:prairies | Prairies, Canadian Prairies | region | 52 | -106 | CA
region:maritimes | Maritimes, Atlantic Canada | region | 46 | -64 | CA
region:outback | Outback | region | -25 | 134 | AU
sea:atlantic | Atlantic Ocean, Atlantic, the Atlantic | sea | 25 | -40
sea:north-atlantic | North Atlantic, North Atlantic Ocean | sea | 45 | -35
sea:south-atlantic | South Atlantic, South Atlantic Ocean | sea | -25 | -15
sea:pacific | Pacific Ocean, Pacific, the Pacific | sea | 0 | -160
sea:eastern-pacific | eastern Pacific, Eastern Pacific, eastern Pacific Ocean | sea | 10 | -105
sea:south-pacific | South Pacific, South Pacific Ocean | sea | -25 | -140
sea:north-pacific | North Pacific | sea | 40 | -170
sea:indian-ocean | Indian Ocean | sea | -20 | 80
sea:arctic-ocean | Arctic Ocean | sea | 82 | 0
sea:southern-ocean | Southern Ocean | sea | -65 | 0
sea:caribbean | Caribbean Sea, Caribbean Ocean | sea | 15 | -75
sea:mediterranean | Mediterranean Sea, Mediterranean, the Mediterranean | sea | 35 | 18
sea:black-sea | Black Sea | sea | 43.3 | 34
sea:red-sea | Red Sea | sea | 20.5 | 38.3
sea:baltic-sea | Baltic Sea | sea | 58 | 20
sea:north-sea | North Sea | sea | 56 | 3
sea:irish-sea | Irish Sea | sea | 53.7 | -5
sea:celtic-sea | Celtic Sea | sea | 50.5 | -8
sea:norwegian-sea | Norwegian Sea | sea | 67 | 2
sea:barents-sea | Barents Sea | sea | 75 | 40
sea:adriatic | Adriatic Sea, Adriatic | sea | 43 | 15
sea:aegean | Aegean Sea, Aegean | sea | 39 | 25
sea:ionian | Ionian Sea | sea | 38 | 19
sea:tyrrhenian | Tyrrhenian Sea | sea | 40 | 12
sea:caspian | Caspian Sea | sea | 42 | 50.5
sea:azov | Sea of Azov, Azov Sea | sea | 46 | 36.7
sea:marmara | Sea of Marmara | sea | 40.7 | 28.2
sea:arabian-sea | Arabian Sea | sea | 15 | 65
sea:bay-of-bengal | Bay of Bengal | sea | 15 | 88
sea:andaman | Andaman Sea | sea | 10 | 96
sea:south-china-sea | South China Sea | sea | 12 | 114
sea:east-china-sea | East China Sea | sea | 29 | 125
sea:yellow-sea | Yellow Sea, West Sea | sea | 36 | 123
sea:sea-of-japan | Sea of Japan, East Sea | sea | 40 | 135
sea:okhotsk | Sea of Okhotsk | sea | 54 | 150
sea:bering-sea | Bering Sea | sea | 58 | -178
sea:philippine-sea | Philippine Sea | sea | 20 | 135
sea:coral-sea | Coral Sea | sea | -18 | 155
sea:tasman-sea | Tasman Sea | sea | -40 | 160
sea:java-sea | Java Sea | sea | -5 | 110
sea:sargasso | Sargasso Sea | sea | 28 | -66
sea:gulf-of-mexico | Gulf of Mexico, Gulf of America | sea | 25 | -90
sea:gulf-of-california | Gulf of California, Sea of Cortez | sea | 28 | -112
sea:gulf-of-honduras | Gulf of Honduras | sea | 16.2 | -88
sea:gulf-of-venezuela | Gulf of Venezuela | sea | 11.5 | -71
sea:gulf-of-paria | Gulf of Paria | sea | 10.4 | -62
sea:gulf-of-panama | Gulf of Panama | sea | 8 | -79.2
sea:gulf-of-fonseca | Gulf of Fonseca | sea | 13.2 | -87.7
sea:gulf-of-tehuantepec | Gulf of Tehuantepec | sea | 15.7 | -95
sea:gulf-of-darien | Gulf of Darién, Gulf of Darien, Gulf of Urabá | sea | 8.8 | -77
sea:gulf-of-guinea | Gulf of Guinea | sea | 1 | 4
sea:gulf-of-aden | Gulf of Aden | sea | 12 | 48
sea:gulf-of-oman | Gulf of Oman | sea | 24.5 | 58.8
sea:persian-gulf | Persian Gulf, Arabian Gulf | sea | 26.5 | 52
sea:gulf-of-aqaba | Gulf of Aqaba | sea | 28.8 | 34.7
sea:gulf-of-suez | Gulf of Suez | sea | 28.8 | 33
sea:gulf-of-sidra | Gulf of Sidra | sea | 31.5 | 18
sea:gulf-of-finland | Gulf of Finland | sea | 59.8 | 26
sea:gulf-of-bothnia | Gulf of Bothnia | sea | 62.5 | 20
sea:gulf-of-thailand | Gulf of Thailand | sea | 9.5 | 101.5
sea:gulf-of-tonkin | Gulf of Tonkin | sea | 20 | 108
sea:gulf-of-alaska | Gulf of Alaska | sea | 57 | -145
sea:gulf-of-st-lawrence | Gulf of St. Lawrence | sea | 48 | -61.5
sea:hudson-bay | Hudson Bay | sea | 60 | -85
sea:bay-of-biscay | Bay of Biscay | sea | 45 | -4.5
sea:bay-of-campeche | Bay of Campeche | sea | 20 | -94
sea:chesapeake-bay | Chesapeake Bay | sea | 38 | -76.3
sea:san-francisco-bay | San Francisco Bay | sea | 37.7 | -122.3
sea:guantanamo-bay | Guantánamo Bay, Guantanamo Bay, Guantánamo, Guantanamo | point | 19.9 | -75.15 | CU
sea:english-channel | English Channel, the Channel | sea | 50.2 | -1
sea:strait-of-hormuz | Strait of Hormuz, Straits of Hormuz | sea | 26.6 | 56.3
sea:bab-el-mandeb | Bab el-Mandeb, Bab al-Mandab, Bab al-Mandeb | sea | 12.6 | 43.3
sea:strait-of-gibraltar | Strait of Gibraltar, Straits of Gibraltar | sea | 36 | -5.6
sea:bosphorus | Bosphorus, Bosporus | sea | 41.1 | 29.07
sea:dardanelles | Dardanelles | sea | 40.2 | 26.4
sea:strait-of-malacca | Strait of Malacca, Malacca Strait, Straits of Malacca | sea | 4 | 100
sea:taiwan-strait | Taiwan Strait | sea | 24.5 | 119.5
sea:bering-strait | Bering Strait | sea | 66 | -169
sea:kerch-strait | Kerch Strait, Strait of Kerch | sea | 45.3 | 36.6
sea:yucatan-channel | Yucatán Channel, Yucatan Channel | sea | 21.6 | -85.8
sea:windward-passage | Windward Passage | sea | 20 | -73.8
sea:mona-passage | Mona Passage | sea | 18.4 | -67.9
sea:straits-of-florida | Straits of Florida, Florida Straits, Strait of Florida | sea | 24 | -81
sea:strait-of-magellan | Strait of Magellan | sea | -53.5 | -70.5
sea:sunda-strait | Sunda Strait | sea | -6 | 105.5
sea:torres-strait | Torres Strait | sea | -10 | 142.3
sea:mozambique-channel | Mozambique Channel | sea | -18 | 41.5
sea:pemba-channel | Pemba Channel | sea | -5.1 | 39.35
sea:zanzibar-channel | Zanzibar Channel | sea | -6.1 | 38.95
sea:panama-canal | Panama Canal | point | 9.1 | -79.7 | PA
sea:suez-canal | Suez Canal | point | 30.6 | 32.3 | EG
sea:lake-victoria | Lake Victoria | point | -1 | 33
sea:lake-chad | Lake Chad | point | 13 | 14
sea:lake-maracaibo | Lake Maracaibo | point | 9.8 | -71.5 | VE
sea:lake-michigan | Lake Michigan | point | 44 | -87 | US
sea:lake-superior | Lake Superior | point | 47.7 | -87.5
sea:lake-huron | Lake Huron | point | 44.8 | -82.4
sea:lake-erie | Lake Erie | point | 42.2 | -81.2
sea:lake-ontario | Lake Ontario | point | 43.7 | -77.9
sea:lake-baikal | Lake Baikal | point | 53.5 | 108 | RU
river:rio-grande | Rio Grande, Río Bravo, Rio Bravo | point | 28 | -101
river:mississippi | Mississippi River | point | 35 | -90 | US
river:amazon | Amazon River | point | -3 | -60
river:orinoco | Orinoco, Orinoco River | point | 8 | -65
river:nile | Nile, Nile River, River Nile, Blue Nile, White Nile | point | 20 | 31
river:congo | Congo River | point | -2 | 18
river:danube | Danube, Danube River | point | 46 | 19
river:rhine | Rhine, Rhine River | point | 50 | 7.6
river:thames | Thames, River Thames | point | 51.5 | -0.6 | GB
river:dnieper | Dnieper, Dnipro River, Dnieper River | point | 48 | 35 | UA
river:volga | Volga, Volga River | point | 53 | 48 | RU
river:euphrates | Euphrates, Euphrates River | point | 34.5 | 41
river:tigris | Tigris, Tigris River | point | 34.5 | 43.8
river:jordan | Jordan River, River Jordan | point | 32.3 | 35.6
river:mekong | Mekong, Mekong River, Mekong Delta | point | 15 | 105.5
river:yangtze | Yangtze, Yangtze River | point | 31 | 112 | CN
river:ganges | Ganges, Ganges River | point | 25.5 | 83
river:indus | Indus, Indus River | point | 29 | 70.5
river:colorado | Colorado River | point | 36 | -113
landmark:heathrow | Heathrow, Heathrow Airport | point | 51.47 | -0.454 | GB
landmark:gatwick | Gatwick, Gatwick Airport | point | 51.153 | -0.182 | GB
landmark:pentagon | the Pentagon building | point | 38.871 | -77.056 | US
landmark:ground-zero | Ground Zero | point | 40.711 | -74.013 | US
landmark:times-square | Times Square | point | 40.758 | -73.985 | US
landmark:central-park | Central Park | point | 40.782 | -73.965 | US
landmark:trafalgar-square | Trafalgar Square | point | 51.508 | -0.128 | GB
landmark:tahrir-square | Tahrir Square | point | 30.044 | 31.236 | EG
landmark:tiananmen-square | Tiananmen Square | point | 39.905 | 116.397 | CN
landmark:red-square | Red Square | point | 55.754 | 37.62 | RU
landmark:mount-everest | Mount Everest, Everest | point | 27.988 | 86.925
landmark:chernobyl | Chernobyl | point | 51.39 | 30.1 | UA
landmark:fukushima | Fukushima Daiichi | point | 37.42 | 141.03 | JP
landmark:diego-garcia | Diego Garcia | point | -7.3 | 72.4 | IO
landmark:roosevelt-roads | Roosevelt Roads | point | 18.24 | -65.64 | PR
landmark:green-zone | Green Zone | point | 33.31 | 44.39 | IQ
`;

/** Abbreviations of first-order regions, as news prints them after a comma or alone: country, the region's name. */
export const regionAbbreviations: Readonly<Record<string, readonly [country: string, region: string]>> = {
  "Ala.": ["US", "Alabama"],
  "Ariz.": ["US", "Arizona"],
  "Ark.": ["US", "Arkansas"],
  "Calif.": ["US", "California"],
  "Cal.": ["US", "California"],
  "Colo.": ["US", "Colorado"],
  "Conn.": ["US", "Connecticut"],
  "Del.": ["US", "Delaware"],
  "Fla.": ["US", "Florida"],
  "Ga.": ["US", "Georgia"],
  "Ill.": ["US", "Illinois"],
  "Ind.": ["US", "Indiana"],
  "Kan.": ["US", "Kansas"],
  "Kans.": ["US", "Kansas"],
  "Ky.": ["US", "Kentucky"],
  "La.": ["US", "Louisiana"],
  "Md.": ["US", "Maryland"],
  "Mass.": ["US", "Massachusetts"],
  "Mich.": ["US", "Michigan"],
  "Minn.": ["US", "Minnesota"],
  "Miss.": ["US", "Mississippi"],
  "Mo.": ["US", "Missouri"],
  "Mont.": ["US", "Montana"],
  "Neb.": ["US", "Nebraska"],
  "Nev.": ["US", "Nevada"],
  "N.H.": ["US", "New Hampshire"],
  "N.J.": ["US", "New Jersey"],
  "N.M.": ["US", "New Mexico"],
  "N.Y.": ["US", "New York"],
  "N.C.": ["US", "North Carolina"],
  "N.D.": ["US", "North Dakota"],
  "Okla.": ["US", "Oklahoma"],
  "Ore.": ["US", "Oregon"],
  "Pa.": ["US", "Pennsylvania"],
  "Penn.": ["US", "Pennsylvania"],
  "R.I.": ["US", "Rhode Island"],
  "S.C.": ["US", "South Carolina"],
  "S.D.": ["US", "South Dakota"],
  "Tenn.": ["US", "Tennessee"],
  "Tex.": ["US", "Texas"],
  "Vt.": ["US", "Vermont"],
  "Va.": ["US", "Virginia"],
  "Wash.": ["US", "Washington"],
  "W.Va.": ["US", "West Virginia"],
  "W. Va.": ["US", "West Virginia"],
  "Wis.": ["US", "Wisconsin"],
  "Wyo.": ["US", "Wyoming"],
  "D.C.": ["US", "District of Columbia"],
  DC: ["US", "District of Columbia"],
  "B.C.": ["CA", "British Columbia"],
  "Alta.": ["CA", "Alberta"],
  "Ont.": ["CA", "Ontario"],
  "Sask.": ["CA", "Saskatchewan"],
  "Man.": ["CA", "Manitoba"],
  "Que.": ["CA", "Quebec"],
  "N.S.": ["CA", "Nova Scotia"],
  "N.B.": ["CA", "New Brunswick"],
  "P.E.I.": ["CA", "Prince Edward Island"],
  NSW: ["AU", "New South Wales"],
  "N.S.W.": ["AU", "New South Wales"],
  Qld: ["AU", "Queensland"],
  AL: ["US", "Alabama"],
  AK: ["US", "Alaska"],
  AZ: ["US", "Arizona"],
  AR: ["US", "Arkansas"],
  CA: ["US", "California"],
  CO: ["US", "Colorado"],
  CT: ["US", "Connecticut"],
  DE: ["US", "Delaware"],
  FL: ["US", "Florida"],
  GA: ["US", "Georgia"],
  ID: ["US", "Idaho"],
  IL: ["US", "Illinois"],
  IA: ["US", "Iowa"],
  KS: ["US", "Kansas"],
  KY: ["US", "Kentucky"],
  LA: ["US", "Louisiana"],
  MD: ["US", "Maryland"],
  MA: ["US", "Massachusetts"],
  MI: ["US", "Michigan"],
  MN: ["US", "Minnesota"],
  MS: ["US", "Mississippi"],
  MO: ["US", "Missouri"],
  MT: ["US", "Montana"],
  NE: ["US", "Nebraska"],
  NV: ["US", "Nevada"],
  NH: ["US", "New Hampshire"],
  NJ: ["US", "New Jersey"],
  NM: ["US", "New Mexico"],
  NY: ["US", "New York"],
  NC: ["US", "North Carolina"],
  ND: ["US", "North Dakota"],
  OH: ["US", "Ohio"],
  PA: ["US", "Pennsylvania"],
  RI: ["US", "Rhode Island"],
  SC: ["US", "South Carolina"],
  SD: ["US", "South Dakota"],
  TN: ["US", "Tennessee"],
  TX: ["US", "Texas"],
  UT: ["US", "Utah"],
  VT: ["US", "Vermont"],
  VA: ["US", "Virginia"],
  WA: ["US", "Washington"],
  WV: ["US", "West Virginia"],
  WI: ["US", "Wisconsin"],
  WY: ["US", "Wyoming"],
};
