/** Names that everybody knows, and words that names of bodies and places end or begin with. */

export const regions =
  "U.S.|US|USA|U.S|U.S.A.|United States|United States of America|America|UK|U.K.|Britain|England|Scotland|Wales|Europe|Africa|Asia|North America|South America|Latin America|Middle East|Gulf|Persian Gulf|Gaza|Gaza Strip|West Bank|Palestine|Kashmir|Chechnya|Kurdistan|Siberia|Caribbean|Mediterranean|Pacific|Atlantic|North Sea|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|New York City|NYC|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D.C.|Washington D.C.|North Korea|South Korea|Korea|Russia|Soviet Union|Burma|Vietnam|Iran|Syria|Ivory Coast|Taiwan|Fallujah|Ramadi|Najaf|Tikrit|Samarra|Kirkuk|Sadr City|Green Zone|Guantanamo|Darfur".split(
    "|",
  );
export const bodies =
  "UN|U.N.|United Nations|EU|NATO|CIA|FBI|NSA|NASA|DEA|ICE|Congress|Senate|House|Pentagon|White House|Kremlin|State Department|Knesset|Parliament|Supreme Court|Hamas|Hezbollah|Hizbullah|Fatah|Taliban|Al-Qaeda|al-Qaeda|Al Qaeda|al Qaeda|al-Qaida|Qaeda|ISIS|ISIL|Islamic State|Islamic Jihad|PLO|IRA|AP|AFP|Reuters|BBC|CNN|NBC|ABC|CBS|NPR|Xinhua|Al-Jazeera|Al Jazeera|al-Jazeera|New York Times|Washington Post|Guardian|Google|Microsoft|Apple|Yahoo|Facebook|Twitter|Amazon|IBM|Intel|Sony|Boeing|Exxon|Shell|BP|Enron|ENRON|Dynegy|EES|ECT|ENA|PG&E|Edison|Wal-Mart|Walmart|Mozilla|Firefox|Nokia|Pepsi|Coca-Cola|Toyota|Honda|Ford|GM|GE|McDonald|IMF|World Bank|WHO|IAEA|FERC|EPA|FDA|FEMA|Halliburton|GOP|Republican Party|Democratic Party|Labour|Likud|Army|Navy|Air Force|Marines|Wikipedia|Yahoo!|eBay|MSN|AOL|Citibank|Goldman Sachs|Lehman Brothers|Andersen|Arthur Andersen".split(
    "|",
  );
export const bodyWords =
  "Inc|Inc.|Corp|Corp.|Corporation|Company|Co|Co.|Ltd|Ltd.|LLC|LLP|PLC|Group|Bank|University|College|School|Institute|Department|Ministry|Agency|Bureau|Commission|Committee|Council|Court|Party|Association|Society|Foundation|Federation|Union|Army|Navy|Force|Forces|Police|Guard|Congress|Senate|Parliament|Office|Authority|Administration|Board|Center|Centre|Organization|Organisation|Club|Team|Times|Post|Journal|Herald|Tribune|News|Service|Services|Energy|Technologies|Systems|Partners|Associates|Restaurant|Grill|Front|Movement|Brigade|Brigades|Alliance|Coalition|League".split(
    "|",
  );
export const placeWords =
  "Street|St|St.|Road|Rd|Rd.|Avenue|Ave|Ave.|Boulevard|Blvd|Blvd.|City|County|Province|Island|Islands|River|Lake|Bay|Beach|Valley|Mountain|Mountains|Sea|Ocean|Desert|Airport|Park|Square|Bridge|Strait|Peninsula|Kingdom|Republic|District|Village|Canyon|Hotel|Museum".split(
    "|",
  );
export const bodyFirstWords =
  "University|Department|Ministry|Bank|Bureau|Institute|Association|Council|Court|House|School|Board|Office|Federation|Church|Organization|Organisation|Committee|Commission".split(
    "|",
  );
export const titleWords =
  "Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Dr|Dr.|President|Senator|Sen.|Rep.|Gov.|Governor|Gen.|General|Col.|Colonel|Lt.|Capt.|Captain|Sgt.|Minister|Secretary|King|Queen|Prince|Pope|Judge|Justice|Sheikh|Shaikh|Ayatollah|Imam|spokesman|spokeswoman|Ambassador".split(
    "|",
  );
