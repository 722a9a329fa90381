/// A town that people and offers lie around.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    /// Its name.
    pub name: &'static str,
    /// ISO code of its country.
    pub country: &'static str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many people and offers lie around it, about the thousands of its inhabitants.
    pub weight: f64,
    /// Width of the bell curve around it, in km.
    pub spread_km: f64,
}

const fn town(name: &'static str, country: &'static str, lat: f64, lon: f64, weight: f64) -> Town {
    Town { name, country, lat, lon, weight, spread_km: if weight > 100.0 { 9.0 } else { 6.0 } }
}

/// Grand Est and across its borders. Coordinates to a hundredth of a degree.
pub const TOWNS: [Town; 36] = [
    town("Strasbourg", "FR", 48.58, 7.75, 290.0),
    town("Reims", "FR", 49.26, 4.03, 180.0),
    town("Metz", "FR", 49.12, 6.18, 120.0),
    town("Mulhouse", "FR", 47.75, 7.34, 108.0),
    town("Nancy", "FR", 48.69, 6.18, 105.0),
    town("Colmar", "FR", 48.08, 7.36, 68.0),
    town("Troyes", "FR", 48.30, 4.07, 62.0),
    town("Charleville-Mézières", "FR", 49.77, 4.72, 46.0),
    town("Châlons-en-Champagne", "FR", 48.96, 4.36, 44.0),
    town("Thionville", "FR", 49.36, 6.17, 41.0),
    town("Haguenau", "FR", 48.82, 7.79, 35.0),
    town("Épinal", "FR", 48.17, 6.45, 32.0),
    town("Saint-Louis", "FR", 47.59, 7.56, 22.0),
    town("Épernay", "FR", 49.04, 3.96, 22.0),
    town("Saint-Dizier", "FR", 48.64, 4.95, 23.0),
    town("Forbach", "FR", 49.19, 6.90, 21.0),
    town("Sarreguemines", "FR", 49.11, 7.07, 21.0),
    town("Chaumont", "FR", 48.11, 5.14, 21.0),
    town("Saint-Dié-des-Vosges", "FR", 48.29, 6.95, 19.0),
    town("Verdun", "FR", 49.16, 5.38, 17.0),
    town("Longwy", "FR", 49.52, 5.76, 15.0),
    town("Bar-le-Duc", "FR", 48.77, 5.16, 14.0),
    town("Sarrebourg", "FR", 48.73, 7.05, 12.0),
    town("Revin", "FR", 49.94, 4.64, 6.0),
    town("Luxembourg", "LU", 49.61, 6.13, 130.0),
    town("Esch-sur-Alzette", "LU", 49.50, 5.98, 36.0),
    town("Saarbrücken", "DE", 49.24, 7.00, 180.0),
    town("Kaiserslautern", "DE", 49.44, 7.77, 100.0),
    town("Trier", "DE", 49.76, 6.64, 110.0),
    town("Karlsruhe", "DE", 49.01, 8.40, 300.0),
    town("Freiburg", "DE", 47.99, 7.85, 230.0),
    town("Offenburg", "DE", 48.47, 7.94, 60.0),
    town("Kehl", "DE", 48.57, 7.82, 37.0),
    town("Basel", "CH", 47.56, 7.59, 175.0),
    town("Arlon", "BE", 49.68, 5.82, 30.0),
    town("Virton", "BE", 49.57, 5.53, 12.0),
];
