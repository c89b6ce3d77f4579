/**
 * Units that follow a number: a quantity names nothing. Units of one letter are not needed, for one letter is no name;
 * those that are names elsewhere (`K` thousand, `B` billion, `D` dimensions) are left out.
 */
export const units =
	'eV|meV|keV|MeV|GeV|TeV|PeV|Hz|kHz|MHz|GHz|THz|kg|mg|µg|μg|ug|ng|pg|ml|mL|µL|μL|ul|dl|dL|cl|nm|µm|μm|um|mm|cm|dm|km|pc|kpc|Mpc|Gpc|AU|Å|ms|µs|μs|ns|ps|fs|min|mins|hr|hrs|hours?|minutes?|seconds?|days?|weeks?|months?|years?|yrs?|Gyr|Myr|kyr|Pa|hPa|kPa|MPa|GPa|mbar|bar|atm|mmHg|kJ|MJ|GJ|kcal|cal|kWh|MWh|GWh|TWh|mW|kW|MW|GW|mV|kV|mA|µA|μA|kA|mT|Oe|mol|mmol|µmol|μmol|nmol|pmol|nM|µM|μM|mM|pM|kDa|MDa|Da|bp|kb|kbp|Mbp|Gbp|ha|dB|dBm|dBi|rpm|ppm|ppb|ppt|wt%|vol%|°C|°F|°|℃|KB|MB|GB|TB|PB|kbps|Mbps|Gbps|mS|kΩ|MΩ|mAh|IU|mIU|U/L|mg/dL|mg/kg|mg/L|µg/mL|kg/m2|m/s|km/s|cm2|cm3|m2|m3|km2|fb|pb|nb|mb|lb|lbs|oz|ft|mph|USD|EUR|GBP|euros?|dollars?';

/** Units that are nothing else wherever they stand. */
export const plainUnits = new Set(
	'eV meV keV MeV GeV TeV PeV Hz kHz MHz GHz THz kg mg µg μg ng mL µL μL dL nm µm μm mm cm km kpc Mpc Gpc Gyr Myr kPa MPa GPa mmHg kJ kcal kWh mmol µmol μmol nmol nM µM μM mM kDa bp kbp dBm rpm ppm ppb mV kV mW kW wt vol °C'.split(
		' '
	)
);

/** What is measured and no unit, but written like one: part of a name, and none alone. */
export const plainQuantities = new Set(['pH', 'pKa', 'pCO2', 'pO2']);

/** Abbreviations of statistics that a number follows, with a sign between or without one. */
export const statistics =
	"(?:(?:adjusted|pooled|crude|unadjusted|mean|median) )?(?:a?OR|a?HR|a?RR|IRR|SMD|WMD|SD|S\\.D\\.|SE|SEM|s\\.e\\.m?\\.|IQR|CI|CrI|NNT|[Oo]dds [Rr]atio|[Hh]azard [Rr]atio|[Rr]elative [Rr]isk|[Rr]isk [Rr]atio|[Cc]onfidence [Ii]ntervals?|Cohen'?s d)";

/** Letters that stand for statistics where a sign and a number follow. */
export const statisticLetters = '[pPnNrRtTFdzZkIBQHη²βχρτκφ]{1,2}[²2]?(?:-?values?)?';
