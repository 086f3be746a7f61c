-- A ledger as the first version made it (migration 0001), out of three of our own examples cut short.
-- Made with `sqlite3.Connection.iterdump`; never to be changed.
PRAGMA application_id = 1399354476;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE areas (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (reading, position), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "areas" VALUES(1,0,'security');
INSERT INTO "areas" VALUES(1,1,'leader-level exchanges');
INSERT INTO "areas" VALUES(2,0,'security');
INSERT INTO "areas" VALUES(2,1,'economic security');
INSERT INTO "areas" VALUES(2,2,'supply chains');
INSERT INTO "areas" VALUES(3,0,'security');
INSERT INTO "areas" VALUES(3,1,'trade');
INSERT INTO "areas" VALUES(3,2,'economic security');
INSERT INTO "areas" VALUES(3,3,'technology');
INSERT INTO "areas" VALUES(3,4,'follow-up');
INSERT INTO "areas" VALUES(3,5,'demography');
INSERT INTO "areas" VALUES(3,6,'agriculture');
INSERT INTO "areas" VALUES(3,7,'disaster management');
CREATE TABLE blocks (
	"key" TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	PRIMARY KEY ("key", reading, finding), 
	FOREIGN KEY(reading, finding) REFERENCES findings (reading, id)
);
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2026-01',1,'m-69fe39af239c');
INSERT INTO "blocks" VALUES('people:2026-01-13:aaaacehiiknst+aeeegjlmnuy',1,'m-69fe39af239c');
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2025-10',1,'m-c5965462a7fc');
INSERT INTO "blocks" VALUES('visit:KOR+JPN@2026-01',1,'v-83eefbe601be');
INSERT INTO "blocks" VALUES('visit:JPN+KOR@2025-10',1,'v-dbbf73d52fc3');
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2026-01',2,'m-07ed337163b0');
INSERT INTO "blocks" VALUES('people:2026-01-13:aaaacehiiknst+aeeegjlmnuy',2,'m-07ed337163b0');
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2025-10',2,'m-e37208c6da56');
INSERT INTO "blocks" VALUES('visit:KOR+JPN@2026-01',2,'v-81eb98d7aa53');
INSERT INTO "blocks" VALUES('visit:JPN+KOR@2025-10',2,'v-e65e1ffdb7eb');
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2026-01',3,'m-a9e625d3f5d4');
INSERT INTO "blocks" VALUES('people:2026-01-13:aaaacehiiknst+aeeegjlmnuy',3,'m-a9e625d3f5d4');
INSERT INTO "blocks" VALUES('meeting:JPN+KOR@2025-10',3,'m-9af236b94069');
INSERT INTO "blocks" VALUES('visit:KOR+JPN@2026-01',3,'v-3056e0f3f72c');
INSERT INTO "blocks" VALUES('visit:JPN+KOR@2025-10',3,'v-6e125e147dc7');
CREATE TABLE claims (
	reading INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (reading, finding, field), 
	FOREIGN KEY(reading, finding) REFERENCES findings (reading, id)
);
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','status','"planned"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','level','"leaders"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','mode','"in person"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','start','"2026-01-13"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','end','"2026-01-14"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','date_text','"January 13 to 14"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','countries','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','people','[{"name": "Lee Jae Myung", "office": "President", "country": "KOR"}, {"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}]');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','place','{"name": "Nara Prefecture", "country": "JPN"}');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','host','"JPN"');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','formats','["small-group", "expanded", "press conference", "dinner", "cultural visit"]');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','ordinal','3');
INSERT INTO "claims" VALUES(1,'m-69fe39af239c','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','status','"held"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','level','"leaders"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','mode','"in person"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','start','"2025-10"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','date_text','"last October"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','countries','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','people','[{"name": "Lee Jae Myung", "office": "President", "country": "KOR"}, {"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}]');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','place','{"name": "Gyeongju", "country": "KOR"}');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','host','"KOR"');
INSERT INTO "claims" VALUES(1,'m-c5965462a7fc','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','person','{"name": "Lee Jae Myung", "office": "President", "country": "KOR"}');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','from_country','"KOR"');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','to_country','"JPN"');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','start','"2026-01-13"');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','end','"2026-01-14"');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','status','"planned"');
INSERT INTO "claims" VALUES(1,'v-83eefbe601be','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','person','{"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','from_country','"JPN"');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','to_country','"KOR"');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','start','"2025-10"');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','status','"held"');
INSERT INTO "claims" VALUES(1,'v-dbbf73d52fc3','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(1,'c-fff8a86883e6','action','"the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown"');
INSERT INTO "claims" VALUES(1,'c-fff8a86883e6','by','["KOR"]');
INSERT INTO "claims" VALUES(1,'c-fff8a86883e6','strength','"proposed"');
INSERT INTO "claims" VALUES(1,'c-fff8a86883e6','areas','["leader-level exchanges"]');
INSERT INTO "claims" VALUES(1,'c-fff8a86883e6','code','{"cameo": "032", "plover": "AGREE", "mode": null, "actors": ["KOR"], "recipients": []}');
INSERT INTO "claims" VALUES(1,'s-01b77590082b','speaker','{"name": "Wi Sung-lac", "office": "National Security Adviser", "country": "KOR"}');
INSERT INTO "claims" VALUES(1,'s-01b77590082b','quoted','false');
INSERT INTO "claims" VALUES(1,'s-01b77590082b','text','"at a briefing at Cheong Wa Dae on the 9th"');
INSERT INTO "claims" VALUES(1,'s-01b77590082b','said_on','"2026-01-13"');
INSERT INTO "claims" VALUES(1,'s-6a8e926b81cd','speaker','{"name": "Lee Jae Myung", "office": "President", "country": "KOR"}');
INSERT INTO "claims" VALUES(1,'s-6a8e926b81cd','quoted','false');
INSERT INTO "claims" VALUES(1,'s-6a8e926b81cd','text','"the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown"');
INSERT INTO "claims" VALUES(1,'s-6a8e926b81cd','said_on','"2025-10"');
INSERT INTO "claims" VALUES(1,'s-13d3afd94c19','speaker','{"name": "Wi Sung-lac", "office": "National Security Adviser", "country": "KOR"}');
INSERT INTO "claims" VALUES(1,'s-13d3afd94c19','quoted','false');
INSERT INTO "claims" VALUES(1,'s-13d3afd94c19','text','"With Gyeongju and the G20 Summit in South Africa, the two leaders will have met for the third time within three months"');
INSERT INTO "claims" VALUES(1,'n-87a8519cfdf7','kind','"visit"');
INSERT INTO "claims" VALUES(1,'n-87a8519cfdf7','text','"President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th"');
INSERT INTO "claims" VALUES(1,'n-87a8519cfdf7','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(1,'n-87a8519cfdf7','when','"2026-01-13"');
INSERT INTO "claims" VALUES(1,'n-87a8519cfdf7','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(1,'n-5f602f230893','kind','"meeting"');
INSERT INTO "claims" VALUES(1,'n-5f602f230893','text','"will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner"');
INSERT INTO "claims" VALUES(1,'n-5f602f230893','by','["JPN"]');
INSERT INTO "claims" VALUES(1,'n-5f602f230893','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(1,'n-86a8a33d0147','kind','"meeting"');
INSERT INTO "claims" VALUES(1,'n-86a8a33d0147','text','"The President will then meet Korean residents of the Kansai area, including Osaka, before he returns home"');
INSERT INTO "claims" VALUES(1,'n-86a8a33d0147','by','["KOR"]');
INSERT INTO "claims" VALUES(1,'n-86a8a33d0147','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR"], "recipients": []}');
INSERT INTO "claims" VALUES(1,'n-e059deba69e1','kind','"invitation"');
INSERT INTO "claims" VALUES(1,'n-e059deba69e1','text','"the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there"');
INSERT INTO "claims" VALUES(1,'n-e059deba69e1','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(1,'n-e059deba69e1','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(1,'n-08cf5755f434','kind','"visit"');
INSERT INTO "claims" VALUES(1,'n-08cf5755f434','text','"will be his second visit to Japan since he took office, and his first since the start of the Takaichi cabinet"');
INSERT INTO "claims" VALUES(1,'n-08cf5755f434','by','["JPN"]');
INSERT INTO "claims" VALUES(1,'n-08cf5755f434','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','status','"held"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','level','"leaders"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','mode','"in person"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','start','"2026-01-13"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','date_text','"January 13"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','start_time','"14:00"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','duration_minutes','90');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','countries','["JPN", "KOR"]');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','people','[{"name": "TAKAICHI Sanae", "office": "Prime Minister", "country": "JPN"}, {"name": "LEE Jae Myung", "office": "President", "country": "KOR"}]');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','place','{"name": "Nara", "country": "JPN"}');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','host','"JPN"');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','formats','["small-group", "expanded"]');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','sessions','[{"format": "small-group", "start_time": null, "duration_minutes": 20}]');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','ordinal','2');
INSERT INTO "claims" VALUES(2,'m-07ed337163b0','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','status','"held"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','level','"leaders"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','mode','"in person"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','start','"2025-10"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','date_text','"October last year"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','countries','["JPN", "KOR"]');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','people','[{"name": "TAKAICHI Sanae", "office": "Prime Minister", "country": "JPN"}, {"name": "LEE Jae Myung", "office": "President", "country": "KOR"}]');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','place','{"name": "Gyeongju", "country": "KOR"}');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','host','"KOR"');
INSERT INTO "claims" VALUES(2,'m-e37208c6da56','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','person','{"name": "LEE Jae Myung", "office": "President", "country": "KOR"}');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','from_country','"KOR"');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','to_country','"JPN"');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','start','"2026-01-13"');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','status','"held"');
INSERT INTO "claims" VALUES(2,'v-81eb98d7aa53','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','person','{"name": "TAKAICHI Sanae", "office": "Prime Minister", "country": "JPN"}');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','from_country','"JPN"');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','to_country','"KOR"');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','start','"2025-10"');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','status','"held"');
INSERT INTO "claims" VALUES(2,'v-e65e1ffdb7eb','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(2,'c-cf8312c08f8f','action','"deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both"');
INSERT INTO "claims" VALUES(2,'c-cf8312c08f8f','by','["JPN", "KOR"]');
INSERT INTO "claims" VALUES(2,'c-cf8312c08f8f','strength','"agreed"');
INSERT INTO "claims" VALUES(2,'c-cf8312c08f8f','meeting','"m-07ed337163b0"');
INSERT INTO "claims" VALUES(2,'c-cf8312c08f8f','code','{"cameo": "030", "plover": "AGREE", "mode": null, "actors": ["JPN", "KOR"], "recipients": []}');
INSERT INTO "claims" VALUES(2,'s-fb3a7fc06d08','speaker','{"name": "TAKAICHI Sanae", "office": "Prime Minister", "country": "JPN"}');
INSERT INTO "claims" VALUES(2,'s-fb3a7fc06d08','quoted','false');
INSERT INTO "claims" VALUES(2,'s-fb3a7fc06d08','text','"President Lee to Nara, which he had asked to visit when they last met at a summit"');
INSERT INTO "claims" VALUES(2,'s-2d1166cefdb2','speaker','{"name": "TAKAICHI Sanae", "office": "Prime Minister", "country": "JPN"}');
INSERT INTO "claims" VALUES(2,'s-2d1166cefdb2','quoted','false');
INSERT INTO "claims" VALUES(2,'s-2d1166cefdb2','text','"to visit when they last met at a summit"');
INSERT INTO "claims" VALUES(2,'n-2adca83d1721','kind','"consultation"');
INSERT INTO "claims" VALUES(2,'n-2adca83d1721','text','"concurred on deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both"');
INSERT INTO "claims" VALUES(2,'n-2adca83d1721','by','["JPN", "KOR"]');
INSERT INTO "claims" VALUES(2,'n-2adca83d1721','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["JPN", "KOR"], "recipients": []}');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','status','"held"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','level','"leaders"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','mode','"in person"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','start','"2026-01-13"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','date_text','"the 13th"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','start_time','"14:00"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','duration_minutes','100');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','countries','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','people','[{"name": "Lee Jae-myung", "office": "President", "country": "KOR"}, {"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}]');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','place','{"name": "Nara", "country": "JPN"}');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','host','"JPN"');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','formats','["small-group", "one-on-one", "expanded", "dinner", "cultural visit"]');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','ordinal','3');
INSERT INTO "claims" VALUES(3,'m-a9e625d3f5d4','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','status','"held"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','level','"leaders"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','mode','"in person"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','start','"2025-10"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','date_text','"October last year"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','countries','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','people','[{"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}, {"name": "Lee Jae-myung", "office": "President", "country": "KOR"}]');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','place','{"name": "Korea", "country": "KOR"}');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','host','"KOR"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','forum','"APEC"');
INSERT INTO "claims" VALUES(3,'m-9af236b94069','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','person','{"name": "Lee Jae-myung", "office": "President", "country": "KOR"}');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','from_country','"KOR"');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','to_country','"JPN"');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','start','"2026-01-13"');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','status','"held"');
INSERT INTO "claims" VALUES(3,'v-3056e0f3f72c','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["KOR"], "recipients": ["JPN"]}');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','person','{"name": "Takaichi Sanae", "office": "Prime Minister", "country": "JPN"}');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','from_country','"JPN"');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','to_country','"KOR"');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','start','"2025-10"');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','status','"held"');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','forum','"APEC"');
INSERT INTO "claims" VALUES(3,'v-6e125e147dc7','code','{"cameo": "042", "plover": "CONSULT", "mode": "visit", "actors": ["JPN"], "recipients": ["KOR"]}');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','action','"open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms"');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','strength','"agreed"');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','areas','["trade", "economic security", "technology"]');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','meeting','"m-a9e625d3f5d4"');
INSERT INTO "claims" VALUES(3,'c-5e59e34c22f2','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','action','"working-level talks on AI and the protection of intellectual property will continue"');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','strength','"agreed"');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','areas','["technology"]');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','meeting','"m-a9e625d3f5d4"');
INSERT INTO "claims" VALUES(3,'c-dcafc2c50fbc','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','action','"keep discussing joint responses to low birth rates and aging, balanced national growth, agriculture, disaster prevention and suicide prevention"');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','strength','"plans"');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','areas','["demography", "agriculture", "disaster management"]');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','meeting','"m-a9e625d3f5d4"');
INSERT INTO "claims" VALUES(3,'c-821dcceb0c43','code','{"cameo": "031", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(3,'s-3d9d023bfd14','speaker','{"name": "Wi Sung-lac", "office": "Director of National Security", "country": "KOR"}');
INSERT INTO "claims" VALUES(3,'s-3d9d023bfd14','quoted','false');
INSERT INTO "claims" VALUES(3,'s-3d9d023bfd14','text','"the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14"');
INSERT INTO "claims" VALUES(3,'s-36f6b15b2de1','speaker','{"name": "Wi Sung-lac", "office": "Director of National Security", "country": "KOR"}');
INSERT INTO "claims" VALUES(3,'s-36f6b15b2de1','quoted','false');
INSERT INTO "claims" VALUES(3,'s-36f6b15b2de1','text','"President Lee Jae-myung and Prime Minister Takaichi Sanae held a small-scale one-on-one meeting and an expanded meeting in Nara for about 100 minutes from 2 p.m. on the 13th"');
INSERT INTO "claims" VALUES(3,'n-be2e2fdb8d05','kind','"other"');
INSERT INTO "claims" VALUES(3,'n-be2e2fdb8d05','text','"The two leaders agreed to open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms"');
INSERT INTO "claims" VALUES(3,'n-be2e2fdb8d05','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'n-be2e2fdb8d05','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
INSERT INTO "claims" VALUES(3,'n-be880566b040','kind','"consultation"');
INSERT INTO "claims" VALUES(3,'n-be880566b040','text','"talks on AI and the protection of intellectual property will continue"');
INSERT INTO "claims" VALUES(3,'n-be880566b040','by','["KOR", "JPN"]');
INSERT INTO "claims" VALUES(3,'n-be880566b040','code','{"cameo": "036", "plover": "AGREE", "mode": null, "actors": ["KOR", "JPN"], "recipients": []}');
CREATE TABLE documents (
	id TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	url TEXT, 
	text TEXT NOT NULL, 
	text_key TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(entry) REFERENCES entries (seq)
);
INSERT INTO "documents" VALUES('d-779364f8800613b2',1,'2026-01-09-nara-preview.txt',NULL,'President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th.

According to the schedule, the President will arrive in Nara in the afternoon of the 13th. He will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner. In the morning of the 14th the leaders are to tour Horyuji, a temple that is among the best known in the region. The President will then meet Korean residents of the Kansai area, including Osaka, before he returns home.

At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there. It will be his second visit to Japan since he took office, and his first since the start of the Takaichi cabinet. With Gyeongju and the G20 Summit in South Africa, the two leaders will have met for the third time within three months, Wi said.','154b3af0f45769f4');
INSERT INTO "documents" VALUES('d-6f637cde8564d724',2,'2026-01-13-nara-japan-readout.txt','https://japan.kantei.go.jp/104/statement/202601/13kyoudou_happyou.html','On January 13, commencing at 2:00 p.m. for approximately 90 minutes, Prime Minister TAKAICHI Sanae held a summit meeting in Nara City with H.E. Mr. LEE Jae Myung, President of the Republic of Korea (ROK), who is visiting Japan. The small-group meeting lasted about 20 minutes and the plenary meeting about 70 minutes. It was the second summit meeting between the two leaders, following the one held in Gyeongju in October last year.

1. Prime Minister Takaichi welcomed President Lee to Nara, which he had asked to visit when they last met at a summit. He is the first foreign leader whom she has received there since she took office.

2. The two leaders shared the view that Japan-ROK relations are of strategic importance, and affirmed that both countries have a part to play, side by side, in keeping the region stable. They spoke at length about strategic coordination, security cooperation included, between the two and with the United States.

3. On economic security, the two leaders had an in-depth discussion on supply chains and concurred on deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both.','52fc80d02e5e7435');
INSERT INTO "documents" VALUES('d-4792e138a947a65f',3,'2026-01-14-nara-korea-briefing.txt',NULL,'Wi Sung-lac, Director of National Security, explained the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14.

President Lee Jae-myung and Prime Minister Takaichi Sanae held a small-scale one-on-one meeting and an expanded meeting in Nara for about 100 minutes from 2 p.m. on the 13th, Wi said. Further talks and a dinner followed. This morning the two leaders visited Horyuji temple together. Coming less than three months after the Prime Minister''s visit to Korea for the APEC summit in October last year, it was, with the G20 in between, their third meeting.

The two leaders agreed to open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms. They confirmed that working-level talks on AI and the protection of intellectual property will continue.

The President valued the achievements of the Consultative Body on Common Social Issues, which was launched as agreed with then Prime Minister Ishiba Shigeru on August 23 last year and works under the operating plan made public in Busan on September 30. The two sides will keep discussing joint responses to low birth rates and aging, balanced national growth, agriculture, disaster prevention and suicide prevention.','e0a214000bfced38');
CREATE TABLE entries (
	seq INTEGER NOT NULL, 
	recorded_at TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	agent TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "entries" VALUES(1,'2026-01-20T12:00:00+00:00','read','d-779364f8800613b2','rules-en/1');
INSERT INTO "entries" VALUES(2,'2026-01-20T12:00:00+00:00','read','d-6f637cde8564d724','rules-en/1');
INSERT INTO "entries" VALUES(3,'2026-01-20T12:00:00+00:00','read','d-4792e138a947a65f','rules-en/1');
CREATE TABLE evidence (
	reading INTEGER NOT NULL, 
	owner TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	field TEXT, 
	start_offset INTEGER NOT NULL, 
	end_offset INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	PRIMARY KEY (reading, owner, position), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',0,NULL,329,514,'He will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner.');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',1,'place',29,57,'visit Nara Prefecture, Japan');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',2,'start',77,93,'January 13 to 14');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',3,'formats',381,392,'small group');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',4,'formats',415,431,'expanded meeting');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',5,'formats',435,459,'joint press announcement');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',6,'formats',507,513,'dinner');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',7,'formats',577,583,'temple');
INSERT INTO "evidence" VALUES(1,'m-69fe39af239c',8,'ordinal',1117,1127,'third time');
INSERT INTO "evidence" VALUES(1,'m-c5965462a7fc',0,NULL,736,914,'At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there.');
INSERT INTO "evidence" VALUES(1,'m-c5965462a7fc',1,'place',743,751,'Gyeongju');
INSERT INTO "evidence" VALUES(1,'m-c5965462a7fc',2,'start',759,771,'last October');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',0,NULL,0,236,'President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th.');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',1,NULL,238,328,'According to the schedule, the President will arrive in Nara in the afternoon of the 13th.');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',2,NULL,329,514,'He will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner.');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',3,'to',29,57,'visit Nara Prefecture, Japan');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',4,'start',77,93,'January 13 to 14');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',5,'to',284,298,'arrive in Nara');
INSERT INTO "evidence" VALUES(1,'v-83eefbe601be',6,'start',319,327,'the 13th');
INSERT INTO "evidence" VALUES(1,'v-dbbf73d52fc3',0,NULL,736,914,'At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there.');
INSERT INTO "evidence" VALUES(1,'v-dbbf73d52fc3',1,'start',759,771,'last October');
INSERT INTO "evidence" VALUES(1,'v-dbbf73d52fc3',2,'to',743,751,'Gyeongju');
INSERT INTO "evidence" VALUES(1,'c-fff8a86883e6',0,NULL,736,914,'At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there.');
INSERT INTO "evidence" VALUES(1,'c-fff8a86883e6',1,'action',802,884,'the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown');
INSERT INTO "evidence" VALUES(1,'c-fff8a86883e6',2,'strength',787,796,'suggested');
INSERT INTO "evidence" VALUES(1,'s-01b77590082b',0,NULL,0,236,'President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th.');
INSERT INTO "evidence" VALUES(1,'s-01b77590082b',1,'text',194,235,'at a briefing at Cheong Wa Dae on the 9th');
INSERT INTO "evidence" VALUES(1,'s-01b77590082b',2,'said_on',77,93,'January 13 to 14');
INSERT INTO "evidence" VALUES(1,'s-6a8e926b81cd',0,NULL,736,914,'At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there.');
INSERT INTO "evidence" VALUES(1,'s-6a8e926b81cd',1,'text',802,884,'the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown');
INSERT INTO "evidence" VALUES(1,'s-6a8e926b81cd',2,'said_on',759,771,'last October');
INSERT INTO "evidence" VALUES(1,'s-13d3afd94c19',0,NULL,1029,1157,'With Gyeongju and the G20 Summit in South Africa, the two leaders will have met for the third time within three months, Wi said.');
INSERT INTO "evidence" VALUES(1,'s-13d3afd94c19',1,'text',1029,1147,'With Gyeongju and the G20 Summit in South Africa, the two leaders will have met for the third time within three months');
INSERT INTO "evidence" VALUES(1,'n-87a8519cfdf7',0,NULL,0,236,'President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th.');
INSERT INTO "evidence" VALUES(1,'n-87a8519cfdf7',1,'text',0,235,'President Lee Jae Myung will visit Nara Prefecture, Japan, for two days from January 13 to 14 at the invitation of Prime Minister Takaichi Sanae, National Security Adviser Wi Sung-lac announced at a briefing at Cheong Wa Dae on the 9th');
INSERT INTO "evidence" VALUES(1,'n-87a8519cfdf7',2,'when',77,93,'January 13 to 14');
INSERT INTO "evidence" VALUES(1,'n-5f602f230893',0,NULL,329,514,'He will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner.');
INSERT INTO "evidence" VALUES(1,'n-5f602f230893',1,'text',332,513,'will have a meeting with the Prime Minister in a small group, to be followed by an expanded meeting, a joint press announcement, a conversation between the two leaders, and a dinner');
INSERT INTO "evidence" VALUES(1,'n-86a8a33d0147',0,NULL,628,734,'The President will then meet Korean residents of the Kansai area, including Osaka, before he returns home.');
INSERT INTO "evidence" VALUES(1,'n-86a8a33d0147',1,'text',628,733,'The President will then meet Korean residents of the Kansai area, including Osaka, before he returns home');
INSERT INTO "evidence" VALUES(1,'n-e059deba69e1',0,NULL,736,914,'At the Gyeongju summit last October, the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there.');
INSERT INTO "evidence" VALUES(1,'n-e059deba69e1',1,'text',773,913,'the President suggested that the next round of shuttle diplomacy be held in Nara, the Prime Minister''s hometown, and Japan invited him there');
INSERT INTO "evidence" VALUES(1,'n-08cf5755f434',0,NULL,915,1028,'It will be his second visit to Japan since he took office, and his first since the start of the Takaichi cabinet.');
INSERT INTO "evidence" VALUES(1,'n-08cf5755f434',1,'text',918,1027,'will be his second visit to Japan since he took office, and his first since the start of the Takaichi cabinet');
INSERT INTO "evidence" VALUES(1,'area/0',0,NULL,155,163,'Security');
INSERT INTO "evidence" VALUES(1,'area/1',0,NULL,820,837,'shuttle diplomacy');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',0,NULL,0,227,'On January 13, commencing at 2:00 p.m. for approximately 90 minutes, Prime Minister TAKAICHI Sanae held a summit meeting in Nara City with H.E. Mr. LEE Jae Myung, President of the Republic of Korea (ROK), who is visiting Japan.');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',1,'start',3,13,'January 13');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',2,'start_time',29,38,'2:00 p.m.');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',3,'duration_minutes',57,67,'90 minutes');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',4,'place',124,133,'Nara City');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',5,'formats',232,243,'small-group');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',6,'duration_minutes',265,275,'20 minutes');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',7,'formats',284,299,'plenary meeting');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0',8,'ordinal',329,350,'second summit meeting');
INSERT INTO "evidence" VALUES(2,'m-07ed337163b0/session/0',0,'duration_minutes',265,275,'20 minutes');
INSERT INTO "evidence" VALUES(2,'m-e37208c6da56',0,NULL,318,432,'It was the second summit meeting between the two leaders, following the one held in Gyeongju in October last year.');
INSERT INTO "evidence" VALUES(2,'m-e37208c6da56',1,'place',402,410,'Gyeongju');
INSERT INTO "evidence" VALUES(2,'m-e37208c6da56',2,'start',414,431,'October last year');
INSERT INTO "evidence" VALUES(2,'v-81eb98d7aa53',0,NULL,0,227,'On January 13, commencing at 2:00 p.m. for approximately 90 minutes, Prime Minister TAKAICHI Sanae held a summit meeting in Nara City with H.E. Mr. LEE Jae Myung, President of the Republic of Korea (ROK), who is visiting Japan.');
INSERT INTO "evidence" VALUES(2,'v-81eb98d7aa53',1,'start',3,13,'January 13');
INSERT INTO "evidence" VALUES(2,'v-81eb98d7aa53',2,'to',124,133,'Nara City');
INSERT INTO "evidence" VALUES(2,'v-81eb98d7aa53',3,'to',212,226,'visiting Japan');
INSERT INTO "evidence" VALUES(2,'v-e65e1ffdb7eb',0,NULL,318,432,'It was the second summit meeting between the two leaders, following the one held in Gyeongju in October last year.');
INSERT INTO "evidence" VALUES(2,'v-e65e1ffdb7eb',1,'start',414,431,'October last year');
INSERT INTO "evidence" VALUES(2,'v-e65e1ffdb7eb',2,'to',402,410,'Gyeongju');
INSERT INTO "evidence" VALUES(2,'c-cf8312c08f8f',0,NULL,950,1169,'3. On economic security, the two leaders had an in-depth discussion on supply chains and concurred on deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both.');
INSERT INTO "evidence" VALUES(2,'c-cf8312c08f8f',1,'action',1052,1168,'deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both');
INSERT INTO "evidence" VALUES(2,'c-cf8312c08f8f',2,'strength',1039,1048,'concurred');
INSERT INTO "evidence" VALUES(2,'s-fb3a7fc06d08',0,NULL,434,552,'1. Prime Minister Takaichi welcomed President Lee to Nara, which he had asked to visit when they last met at a summit.');
INSERT INTO "evidence" VALUES(2,'s-fb3a7fc06d08',1,'text',470,551,'President Lee to Nara, which he had asked to visit when they last met at a summit');
INSERT INTO "evidence" VALUES(2,'s-2d1166cefdb2',0,NULL,434,552,'1. Prime Minister Takaichi welcomed President Lee to Nara, which he had asked to visit when they last met at a summit.');
INSERT INTO "evidence" VALUES(2,'s-2d1166cefdb2',1,'text',512,551,'to visit when they last met at a summit');
INSERT INTO "evidence" VALUES(2,'n-2adca83d1721',0,NULL,950,1169,'3. On economic security, the two leaders had an in-depth discussion on supply chains and concurred on deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both.');
INSERT INTO "evidence" VALUES(2,'n-2adca83d1721',1,'text',1039,1168,'concurred on deepening talks among the departments concerned, with a view to cooperation that is strategic and of benefit to both');
INSERT INTO "evidence" VALUES(2,'area/0',0,NULL,874,894,'security cooperation');
INSERT INTO "evidence" VALUES(2,'area/1',0,NULL,956,973,'economic security');
INSERT INTO "evidence" VALUES(2,'area/2',0,NULL,1021,1034,'supply chains');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',0,NULL,0,152,'Wi Sung-lac, Director of National Security, explained the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14.');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',1,'formats',219,230,'small-scale');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',2,'formats',231,241,'one-on-one');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',3,'formats',257,273,'expanded meeting');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',4,'place',277,281,'Nara');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',5,'duration_minutes',292,303,'100 minutes');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',6,'start_time',309,315,'2 p.m.');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',7,'start',319,327,'the 13th');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',8,'formats',358,364,'dinner');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',9,'formats',420,426,'temple');
INSERT INTO "evidence" VALUES(3,'m-a9e625d3f5d4',10,'ordinal',590,603,'third meeting');
INSERT INTO "evidence" VALUES(3,'m-9af236b94069',0,NULL,437,604,'Coming less than three months after the Prime Minister''s visit to Korea for the APEC summit in October last year, it was, with the G20 in between, their third meeting.');
INSERT INTO "evidence" VALUES(3,'m-9af236b94069',1,'place',492,508,'s visit to Korea');
INSERT INTO "evidence" VALUES(3,'m-9af236b94069',2,'forum',517,528,'APEC summit');
INSERT INTO "evidence" VALUES(3,'m-9af236b94069',3,'start',532,549,'October last year');
INSERT INTO "evidence" VALUES(3,'v-3056e0f3f72c',0,NULL,0,152,'Wi Sung-lac, Director of National Security, explained the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14.');
INSERT INTO "evidence" VALUES(3,'v-3056e0f3f72c',1,'start',319,327,'the 13th');
INSERT INTO "evidence" VALUES(3,'v-3056e0f3f72c',2,'to',277,281,'Nara');
INSERT INTO "evidence" VALUES(3,'v-6e125e147dc7',0,NULL,437,604,'Coming less than three months after the Prime Minister''s visit to Korea for the APEC summit in October last year, it was, with the G20 in between, their third meeting.');
INSERT INTO "evidence" VALUES(3,'v-6e125e147dc7',1,'to',492,508,'s visit to Korea');
INSERT INTO "evidence" VALUES(3,'v-6e125e147dc7',2,'forum',517,528,'APEC summit');
INSERT INTO "evidence" VALUES(3,'v-6e125e147dc7',3,'start',532,549,'October last year');
INSERT INTO "evidence" VALUES(3,'c-5e59e34c22f2',0,NULL,606,814,'The two leaders agreed to open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms.');
INSERT INTO "evidence" VALUES(3,'c-5e59e34c22f2',1,'action',632,813,'open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms');
INSERT INTO "evidence" VALUES(3,'c-5e59e34c22f2',2,'strength',622,628,'agreed');
INSERT INTO "evidence" VALUES(3,'c-dcafc2c50fbc',0,NULL,815,919,'They confirmed that working-level talks on AI and the protection of intellectual property will continue.');
INSERT INTO "evidence" VALUES(3,'c-dcafc2c50fbc',1,'action',835,918,'working-level talks on AI and the protection of intellectual property will continue');
INSERT INTO "evidence" VALUES(3,'c-dcafc2c50fbc',2,'strength',820,829,'confirmed');
INSERT INTO "evidence" VALUES(3,'c-821dcceb0c43',0,NULL,1174,1337,'The two sides will keep discussing joint responses to low birth rates and aging, balanced national growth, agriculture, disaster prevention and suicide prevention.');
INSERT INTO "evidence" VALUES(3,'c-821dcceb0c43',1,'action',1193,1336,'keep discussing joint responses to low birth rates and aging, balanced national growth, agriculture, disaster prevention and suicide prevention');
INSERT INTO "evidence" VALUES(3,'c-821dcceb0c43',2,'strength',1188,1197,'will keep');
INSERT INTO "evidence" VALUES(3,'s-3d9d023bfd14',0,NULL,0,152,'Wi Sung-lac, Director of National Security, explained the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14.');
INSERT INTO "evidence" VALUES(3,'s-3d9d023bfd14',1,'text',54,151,'the results of the Korea-Japan summit at the press center in Osaka on the afternoon of January 14');
INSERT INTO "evidence" VALUES(3,'s-36f6b15b2de1',0,NULL,154,337,'President Lee Jae-myung and Prime Minister Takaichi Sanae held a small-scale one-on-one meeting and an expanded meeting in Nara for about 100 minutes from 2 p.m. on the 13th, Wi said.');
INSERT INTO "evidence" VALUES(3,'s-36f6b15b2de1',1,'text',154,327,'President Lee Jae-myung and Prime Minister Takaichi Sanae held a small-scale one-on-one meeting and an expanded meeting in Nara for about 100 minutes from 2 p.m. on the 13th');
INSERT INTO "evidence" VALUES(3,'n-be2e2fdb8d05',0,NULL,606,814,'The two leaders agreed to open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms.');
INSERT INTO "evidence" VALUES(3,'n-be2e2fdb8d05',1,'text',606,813,'The two leaders agreed to open consultations between the authorities on a wider framework of cooperation that goes beyond trade and takes in economic security, science and technology, and international norms');
INSERT INTO "evidence" VALUES(3,'n-be880566b040',0,NULL,815,919,'They confirmed that working-level talks on AI and the protection of intellectual property will continue.');
INSERT INTO "evidence" VALUES(3,'n-be880566b040',1,'text',849,918,'talks on AI and the protection of intellectual property will continue');
INSERT INTO "evidence" VALUES(3,'area/0',0,NULL,34,42,'Security');
INSERT INTO "evidence" VALUES(3,'area/1',0,NULL,728,733,'trade');
INSERT INTO "evidence" VALUES(3,'area/2',0,NULL,747,764,'economic security');
INSERT INTO "evidence" VALUES(3,'area/3',0,NULL,766,788,'science and technology');
INSERT INTO "evidence" VALUES(3,'area/3',1,NULL,858,860,'AI');
INSERT INTO "evidence" VALUES(3,'area/3',2,NULL,883,904,'intellectual property');
INSERT INTO "evidence" VALUES(3,'area/4',0,NULL,966,983,'Consultative Body');
INSERT INTO "evidence" VALUES(3,'area/5',0,NULL,1228,1243,'low birth rates');
INSERT INTO "evidence" VALUES(3,'area/6',0,NULL,1281,1292,'agriculture');
INSERT INTO "evidence" VALUES(3,'area/7',0,NULL,1294,1313,'disaster prevention');
CREATE TABLE findings (
	reading INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	main BOOLEAN NOT NULL, 
	rule TEXT NOT NULL, 
	PRIMARY KEY (reading, id), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "findings" VALUES(1,'m-69fe39af239c','meeting',0,1,'meet.held');
INSERT INTO "findings" VALUES(1,'m-c5965462a7fc','meeting',1,0,'meet.noun');
INSERT INTO "findings" VALUES(1,'v-83eefbe601be','visit',0,0,'visit.verb');
INSERT INTO "findings" VALUES(1,'v-dbbf73d52fc3','visit',1,0,'visit.guest');
INSERT INTO "findings" VALUES(1,'c-fff8a86883e6','commitment',0,0,'commit.verb');
INSERT INTO "findings" VALUES(1,'s-01b77590082b','statement',0,0,'say.reported');
INSERT INTO "findings" VALUES(1,'s-6a8e926b81cd','statement',1,0,'say.reported');
INSERT INTO "findings" VALUES(1,'s-13d3afd94c19','statement',2,0,'say.reported');
INSERT INTO "findings" VALUES(1,'n-87a8519cfdf7','next_step',0,0,'step.cue');
INSERT INTO "findings" VALUES(1,'n-5f602f230893','next_step',1,0,'step.cue');
INSERT INTO "findings" VALUES(1,'n-86a8a33d0147','next_step',2,0,'step.cue');
INSERT INTO "findings" VALUES(1,'n-e059deba69e1','next_step',3,0,'step.cue');
INSERT INTO "findings" VALUES(1,'n-08cf5755f434','next_step',4,0,'step.cue');
INSERT INTO "findings" VALUES(2,'m-07ed337163b0','meeting',0,1,'meet.held');
INSERT INTO "findings" VALUES(2,'m-e37208c6da56','meeting',1,0,'meet.noun');
INSERT INTO "findings" VALUES(2,'v-81eb98d7aa53','visit',0,0,'visit.verb');
INSERT INTO "findings" VALUES(2,'v-e65e1ffdb7eb','visit',1,0,'visit.guest');
INSERT INTO "findings" VALUES(2,'c-cf8312c08f8f','commitment',0,0,'commit.verb');
INSERT INTO "findings" VALUES(2,'s-fb3a7fc06d08','statement',0,0,'say.reported');
INSERT INTO "findings" VALUES(2,'s-2d1166cefdb2','statement',1,0,'say.reported');
INSERT INTO "findings" VALUES(2,'n-2adca83d1721','next_step',0,0,'step.cue');
INSERT INTO "findings" VALUES(3,'m-a9e625d3f5d4','meeting',0,1,'meet.pair');
INSERT INTO "findings" VALUES(3,'m-9af236b94069','meeting',1,0,'visit.noun');
INSERT INTO "findings" VALUES(3,'v-3056e0f3f72c','visit',0,0,'visit.guest');
INSERT INTO "findings" VALUES(3,'v-6e125e147dc7','visit',1,0,'visit.noun');
INSERT INTO "findings" VALUES(3,'c-5e59e34c22f2','commitment',0,0,'commit.verb');
INSERT INTO "findings" VALUES(3,'c-dcafc2c50fbc','commitment',1,0,'commit.verb');
INSERT INTO "findings" VALUES(3,'c-821dcceb0c43','commitment',2,0,'commit.modal');
INSERT INTO "findings" VALUES(3,'s-3d9d023bfd14','statement',0,0,'say.reported');
INSERT INTO "findings" VALUES(3,'s-36f6b15b2de1','statement',1,0,'say.reported');
INSERT INTO "findings" VALUES(3,'n-be2e2fdb8d05','next_step',0,0,'step.cue');
INSERT INTO "findings" VALUES(3,'n-be880566b040','next_step',1,0,'step.cue');
CREATE TABLE issues (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	message TEXT NOT NULL, 
	PRIMARY KEY (reading, position), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
CREATE TABLE membership (
	seq INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	account TEXT, 
	score FLOAT NOT NULL, 
	reasons TEXT NOT NULL, 
	method TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(entry) REFERENCES entries (seq)
);
INSERT INTO "membership" VALUES(1,1,'m-69fe39af239c','ma-69fe39af239c',1.0,'["no other finding fits"]','alone');
INSERT INTO "membership" VALUES(2,1,'m-c5965462a7fc','ma-c5965462a7fc',1.0,'["no other finding fits"]','alone');
INSERT INTO "membership" VALUES(3,1,'v-83eefbe601be','va-83eefbe601be',1.0,'["no other finding fits"]','alone');
INSERT INTO "membership" VALUES(4,1,'v-dbbf73d52fc3','va-dbbf73d52fc3',1.0,'["no other finding fits"]','alone');
INSERT INTO "membership" VALUES(5,1,'c-fff8a86883e6','ca-fff8a86883e6',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(6,1,'n-08cf5755f434','na-08cf5755f434',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(7,1,'n-5f602f230893','na-5f602f230893',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(8,1,'n-86a8a33d0147','na-86a8a33d0147',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(9,1,'n-87a8519cfdf7','na-87a8519cfdf7',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(10,1,'n-e059deba69e1','na-e059deba69e1',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(11,1,'s-01b77590082b','sa-01b77590082b',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(12,1,'s-13d3afd94c19','sa-13d3afd94c19',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(13,1,'s-6a8e926b81cd','sa-6a8e926b81cd',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(14,2,'m-07ed337163b0','ma-07ed337163b0',0.91,'["the same parties: JPN, KOR", "both on 2026-01-13", "both at the level of leaders", "both in person", "both hosted by JPN", "both in Nara", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(15,2,'m-69fe39af239c','ma-07ed337163b0',0.91,'["the same parties: JPN, KOR", "both on 2026-01-13", "both at the level of leaders", "both in person", "both hosted by JPN", "both in Nara", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(16,2,'m-c5965462a7fc','ma-c5965462a7fc',0.85,'["the same parties: JPN, KOR", "both in 2025-10", "both at the level of leaders", "both in person", "both hosted by KOR", "both in Gyeongju", "the same people"]','same event');
INSERT INTO "membership" VALUES(17,2,'m-e37208c6da56','ma-c5965462a7fc',0.85,'["the same parties: JPN, KOR", "both in 2025-10", "both at the level of leaders", "both in person", "both hosted by KOR", "both in Gyeongju", "the same people"]','same event');
INSERT INTO "membership" VALUES(18,2,'v-81eb98d7aa53','va-81eb98d7aa53',0.75,'["the same parties: KOR, JPN", "both on 2026-01-13", "both hosted by JPN", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(19,2,'v-83eefbe601be','va-81eb98d7aa53',0.75,'["the same parties: KOR, JPN", "both on 2026-01-13", "both hosted by JPN", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(20,2,'v-dbbf73d52fc3','va-dbbf73d52fc3',0.69,'["the same parties: JPN, KOR", "both in 2025-10", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(21,2,'v-e65e1ffdb7eb','va-dbbf73d52fc3',0.69,'["the same parties: JPN, KOR", "both in 2025-10", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(22,2,'c-cf8312c08f8f','ca-cf8312c08f8f',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(23,2,'n-2adca83d1721','na-2adca83d1721',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(24,2,'s-2d1166cefdb2','sa-2d1166cefdb2',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(25,2,'s-fb3a7fc06d08','sa-fb3a7fc06d08',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(26,3,'m-07ed337163b0','ma-07ed337163b0',0.96,'["the same parties: JPN, KOR", "both on 2026-01-13", "both at the level of leaders", "both in person", "both hosted by JPN", "both at 14:00", "both in Nara", "the same people"]','same event');
INSERT INTO "membership" VALUES(27,3,'m-69fe39af239c','ma-07ed337163b0',0.93,'["the same parties: JPN, KOR", "both on 2026-01-13", "both at the level of leaders", "both in person", "both hosted by JPN", "both in Nara Prefecture", "both counted as number 3", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(28,3,'m-9af236b94069','ma-9af236b94069',0.79,'["the same parties: JPN, KOR", "both in 2025-10", "both at the level of leaders", "both in person", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(29,3,'m-a9e625d3f5d4','ma-07ed337163b0',0.96,'["the same parties: JPN, KOR", "both on 2026-01-13", "both at the level of leaders", "both in person", "both hosted by JPN", "both at 14:00", "both in Nara", "the same people"]','same event');
INSERT INTO "membership" VALUES(30,3,'m-c5965462a7fc','ma-9af236b94069',0.85,'["the same parties: JPN, KOR", "both in 2025-10", "both at the level of leaders", "both in person", "both hosted by KOR", "both in Gyeongju", "the same people"]','same event');
INSERT INTO "membership" VALUES(31,3,'m-e37208c6da56','ma-9af236b94069',0.85,'["the same parties: JPN, KOR", "both in 2025-10", "both at the level of leaders", "both in person", "both hosted by KOR", "both in Gyeongju", "the same people"]','same event');
INSERT INTO "membership" VALUES(32,3,'v-3056e0f3f72c','va-3056e0f3f72c',0.77,'["the same parties: KOR, JPN", "both on 2026-01-13", "both hosted by JPN", "the same people"]','same event');
INSERT INTO "membership" VALUES(33,3,'v-6e125e147dc7','va-6e125e147dc7',0.69,'["the same parties: JPN, KOR", "both in 2025-10", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(34,3,'v-81eb98d7aa53','va-3056e0f3f72c',0.77,'["the same parties: KOR, JPN", "both on 2026-01-13", "both hosted by JPN", "the same people"]','same event');
INSERT INTO "membership" VALUES(35,3,'v-83eefbe601be','va-3056e0f3f72c',0.75,'["the same parties: KOR, JPN", "both on 2026-01-13", "both hosted by JPN", "the same people", "held and planned"]','same event');
INSERT INTO "membership" VALUES(36,3,'v-dbbf73d52fc3','va-6e125e147dc7',0.69,'["the same parties: JPN, KOR", "both in 2025-10", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(37,3,'v-e65e1ffdb7eb','va-6e125e147dc7',0.69,'["the same parties: JPN, KOR", "both in 2025-10", "both hosted by KOR", "the same people"]','same event');
INSERT INTO "membership" VALUES(38,3,'c-5e59e34c22f2','ca-5e59e34c22f2',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(39,3,'c-821dcceb0c43','ca-821dcceb0c43',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(40,3,'c-dcafc2c50fbc','ca-dcafc2c50fbc',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(41,3,'n-be2e2fdb8d05','na-be2e2fdb8d05',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(42,3,'n-be880566b040','na-be880566b040',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(43,3,'s-36f6b15b2de1','sa-36f6b15b2de1',1.0,'["no other wording fits"]','alone');
INSERT INTO "membership" VALUES(44,3,'s-3d9d023bfd14','sa-3d9d023bfd14',1.0,'["no other wording fits"]','alone');
CREATE TABLE mentions (
	reading INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	context TEXT, 
	features TEXT NOT NULL, 
	PRIMARY KEY (reading, finding), 
	FOREIGN KEY(reading, finding) REFERENCES findings (reading, id)
);
INSERT INTO "mentions" VALUES(1,'m-69fe39af239c','meeting',NULL,'{"kind": "meeting", "finding": "m-69fe39af239c", "document": "d-779364f8800613b2", "countries": ["JPN", "KOR"], "people": [["Lee Jae Myung", "President", "KOR"], ["Takaichi Sanae", "Prime Minister", "JPN"]], "status": "planned", "level": "leaders", "mode": "in person", "start": "2026-01-13", "end": "2026-01-14", "start_time": null, "place": "Nara Prefecture", "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": 3, "published": "2026-01-09"}');
INSERT INTO "mentions" VALUES(1,'m-c5965462a7fc','meeting',NULL,'{"kind": "meeting", "finding": "m-c5965462a7fc", "document": "d-779364f8800613b2", "countries": ["JPN", "KOR"], "people": [["Lee Jae Myung", "President", "KOR"], ["Takaichi Sanae", "Prime Minister", "JPN"]], "status": "held", "level": "leaders", "mode": "in person", "start": "2025-10", "end": null, "start_time": null, "place": "Gyeongju", "place_country": "KOR", "host": "KOR", "forum": null, "ordinal": null, "published": "2026-01-09"}');
INSERT INTO "mentions" VALUES(1,'v-83eefbe601be','visit',NULL,'{"kind": "visit", "finding": "v-83eefbe601be", "document": "d-779364f8800613b2", "countries": ["KOR", "JPN"], "people": [["Lee Jae Myung", "President", "KOR"]], "status": "planned", "level": null, "mode": null, "start": "2026-01-13", "end": "2026-01-14", "start_time": null, "place": null, "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": null, "published": "2026-01-09"}');
INSERT INTO "mentions" VALUES(1,'v-dbbf73d52fc3','visit',NULL,'{"kind": "visit", "finding": "v-dbbf73d52fc3", "document": "d-779364f8800613b2", "countries": ["JPN", "KOR"], "people": [["Takaichi Sanae", "Prime Minister", "JPN"]], "status": "held", "level": null, "mode": null, "start": "2025-10", "end": null, "start_time": null, "place": null, "place_country": "KOR", "host": "KOR", "forum": null, "ordinal": null, "published": "2026-01-09"}');
INSERT INTO "mentions" VALUES(1,'c-fff8a86883e6','commitment',NULL,'{"kind": "commitment", "finding": "c-fff8a86883e6", "document": "d-779364f8800613b2", "who": ["KOR"], "words": ["diplomacy", "held", "hometown", "minister", "nara", "next", "prim", "round", "s", "shuttl"]}');
INSERT INTO "mentions" VALUES(1,'s-01b77590082b','statement','m-69fe39af239c','{"kind": "statement", "finding": "s-01b77590082b", "document": "d-779364f8800613b2", "who": ["KOR", "acgilnsuw"], "words": ["9th", "brief", "cheong", "dae", "wa"]}');
INSERT INTO "mentions" VALUES(1,'s-6a8e926b81cd','statement','m-69fe39af239c','{"kind": "statement", "finding": "s-6a8e926b81cd", "document": "d-779364f8800613b2", "who": ["KOR", "aeeegjlmnuy"], "words": ["diplomacy", "held", "hometown", "minister", "nara", "next", "prim", "round", "s", "shuttl"]}');
INSERT INTO "mentions" VALUES(1,'s-13d3afd94c19','statement','m-69fe39af239c','{"kind": "statement", "finding": "s-13d3afd94c19", "document": "d-779364f8800613b2", "who": ["KOR", "acgilnsuw"], "words": ["africa", "g20", "gyeongju", "leader", "met", "month", "south", "summit", "third", "thre", "time", "within"]}');
INSERT INTO "mentions" VALUES(1,'n-87a8519cfdf7','next_step','m-69fe39af239c','{"kind": "next_step", "finding": "n-87a8519cfdf7", "document": "d-779364f8800613b2", "who": ["visit", "JPN", "KOR"], "words": ["13", "14", "9th", "adviser", "announc", "brief", "cheong", "dae", "days", "invitation", "jae", "january", "japan", "lac", "lee", "minister", "myung", "nara", "national", "prefectur", "president", "prim", "sana", "security", "sung", "takaichi", "visit", "wa", "wi"]}');
INSERT INTO "mentions" VALUES(1,'n-5f602f230893','next_step','m-69fe39af239c','{"kind": "next_step", "finding": "n-5f602f230893", "document": "d-779364f8800613b2", "who": ["meeting", "JPN"], "words": ["announcement", "between", "conversation", "dinner", "expand", "follow", "group", "joint", "leader", "meet", "minister", "pres", "prim", "small"]}');
INSERT INTO "mentions" VALUES(1,'n-86a8a33d0147','next_step','m-69fe39af239c','{"kind": "next_step", "finding": "n-86a8a33d0147", "document": "d-779364f8800613b2", "who": ["meeting", "KOR"], "words": ["area", "befor", "he", "home", "kansai", "korean", "meet", "osaka", "president", "resident", "return", "then"]}');
INSERT INTO "mentions" VALUES(1,'n-e059deba69e1','next_step','m-69fe39af239c','{"kind": "next_step", "finding": "n-e059deba69e1", "document": "d-779364f8800613b2", "who": ["invitation", "JPN", "KOR"], "words": ["diplomacy", "held", "him", "hometown", "invit", "japan", "minister", "nara", "next", "president", "prim", "round", "s", "shuttl", "suggest", "ther"]}');
INSERT INTO "mentions" VALUES(1,'n-08cf5755f434','next_step','m-69fe39af239c','{"kind": "next_step", "finding": "n-08cf5755f434", "document": "d-779364f8800613b2", "who": ["visit", "JPN"], "words": ["cabinet", "first", "he", "japan", "offic", "second", "sinc", "start", "takaichi", "took", "visit"]}');
INSERT INTO "mentions" VALUES(2,'m-07ed337163b0','meeting',NULL,'{"kind": "meeting", "finding": "m-07ed337163b0", "document": "d-6f637cde8564d724", "countries": ["JPN", "KOR"], "people": [["TAKAICHI Sanae", "Prime Minister", "JPN"], ["LEE Jae Myung", "President", "KOR"]], "status": "held", "level": "leaders", "mode": "in person", "start": "2026-01-13", "end": null, "start_time": "14:00", "place": "Nara", "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": 2, "published": "2026-01-13"}');
INSERT INTO "mentions" VALUES(2,'m-e37208c6da56','meeting',NULL,'{"kind": "meeting", "finding": "m-e37208c6da56", "document": "d-6f637cde8564d724", "countries": ["JPN", "KOR"], "people": [["TAKAICHI Sanae", "Prime Minister", "JPN"], ["LEE Jae Myung", "President", "KOR"]], "status": "held", "level": "leaders", "mode": "in person", "start": "2025-10", "end": null, "start_time": null, "place": "Gyeongju", "place_country": "KOR", "host": "KOR", "forum": null, "ordinal": null, "published": "2026-01-13"}');
INSERT INTO "mentions" VALUES(2,'v-81eb98d7aa53','visit',NULL,'{"kind": "visit", "finding": "v-81eb98d7aa53", "document": "d-6f637cde8564d724", "countries": ["KOR", "JPN"], "people": [["LEE Jae Myung", "President", "KOR"]], "status": "held", "level": null, "mode": null, "start": "2026-01-13", "end": null, "start_time": null, "place": null, "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": null, "published": "2026-01-13"}');
INSERT INTO "mentions" VALUES(2,'v-e65e1ffdb7eb','visit',NULL,'{"kind": "visit", "finding": "v-e65e1ffdb7eb", "document": "d-6f637cde8564d724", "countries": ["JPN", "KOR"], "people": [["TAKAICHI Sanae", "Prime Minister", "JPN"]], "status": "held", "level": null, "mode": null, "start": "2025-10", "end": null, "start_time": null, "place": null, "place_country": "KOR", "host": "KOR", "forum": null, "ordinal": null, "published": "2026-01-13"}');
INSERT INTO "mentions" VALUES(2,'c-cf8312c08f8f','commitment','m-07ed337163b0','{"kind": "commitment", "finding": "c-cf8312c08f8f", "document": "d-6f637cde8564d724", "who": ["JPN", "KOR"], "words": ["among", "benefit", "concern", "cooperation", "deepen", "department", "strategic", "talk", "view"]}');
INSERT INTO "mentions" VALUES(2,'s-fb3a7fc06d08','statement','m-07ed337163b0','{"kind": "statement", "finding": "s-fb3a7fc06d08", "document": "d-6f637cde8564d724", "who": ["JPN", "aaaacehiiknst"], "words": ["asked", "he", "last", "lee", "met", "nara", "president", "summit", "visit", "when", "which"]}');
INSERT INTO "mentions" VALUES(2,'s-2d1166cefdb2','statement','m-07ed337163b0','{"kind": "statement", "finding": "s-2d1166cefdb2", "document": "d-6f637cde8564d724", "who": ["JPN", "aaaacehiiknst"], "words": ["last", "met", "summit", "visit", "when"]}');
INSERT INTO "mentions" VALUES(2,'n-2adca83d1721','next_step','m-07ed337163b0','{"kind": "next_step", "finding": "n-2adca83d1721", "document": "d-6f637cde8564d724", "who": ["consultation", "JPN", "KOR"], "words": ["among", "benefit", "concern", "concurr", "cooperation", "deepen", "department", "strategic", "talk", "view"]}');
INSERT INTO "mentions" VALUES(3,'m-a9e625d3f5d4','meeting',NULL,'{"kind": "meeting", "finding": "m-a9e625d3f5d4", "document": "d-4792e138a947a65f", "countries": ["JPN", "KOR"], "people": [["Lee Jae-myung", "President", "KOR"], ["Takaichi Sanae", "Prime Minister", "JPN"]], "status": "held", "level": "leaders", "mode": "in person", "start": "2026-01-13", "end": null, "start_time": "14:00", "place": "Nara", "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": 3, "published": "2026-01-14"}');
INSERT INTO "mentions" VALUES(3,'m-9af236b94069','meeting',NULL,'{"kind": "meeting", "finding": "m-9af236b94069", "document": "d-4792e138a947a65f", "countries": ["JPN", "KOR"], "people": [["Takaichi Sanae", "Prime Minister", "JPN"], ["Lee Jae-myung", "President", "KOR"]], "status": "held", "level": "leaders", "mode": "in person", "start": "2025-10", "end": null, "start_time": null, "place": null, "place_country": "KOR", "host": "KOR", "forum": "APEC", "ordinal": null, "published": "2026-01-14"}');
INSERT INTO "mentions" VALUES(3,'v-3056e0f3f72c','visit',NULL,'{"kind": "visit", "finding": "v-3056e0f3f72c", "document": "d-4792e138a947a65f", "countries": ["KOR", "JPN"], "people": [["Lee Jae-myung", "President", "KOR"]], "status": "held", "level": null, "mode": null, "start": "2026-01-13", "end": null, "start_time": null, "place": null, "place_country": "JPN", "host": "JPN", "forum": null, "ordinal": null, "published": "2026-01-14"}');
INSERT INTO "mentions" VALUES(3,'v-6e125e147dc7','visit',NULL,'{"kind": "visit", "finding": "v-6e125e147dc7", "document": "d-4792e138a947a65f", "countries": ["JPN", "KOR"], "people": [["Takaichi Sanae", "Prime Minister", "JPN"]], "status": "held", "level": null, "mode": null, "start": "2025-10", "end": null, "start_time": null, "place": null, "place_country": "KOR", "host": "KOR", "forum": "APEC", "ordinal": null, "published": "2026-01-14"}');
INSERT INTO "mentions" VALUES(3,'c-5e59e34c22f2','commitment','m-a9e625d3f5d4','{"kind": "commitment", "finding": "c-5e59e34c22f2", "document": "d-4792e138a947a65f", "who": ["JPN", "KOR"], "words": ["authority", "between", "beyond", "consultation", "cooperation", "economic", "framework", "goes", "international", "norm", "open", "scienc", "security", "tak", "technology", "trad", "wider"]}');
INSERT INTO "mentions" VALUES(3,'c-dcafc2c50fbc','commitment','m-a9e625d3f5d4','{"kind": "commitment", "finding": "c-dcafc2c50fbc", "document": "d-4792e138a947a65f", "who": ["JPN", "KOR"], "words": ["ai", "continu", "intellectual", "level", "property", "protection", "talk", "work"]}');
INSERT INTO "mentions" VALUES(3,'c-821dcceb0c43','commitment','m-a9e625d3f5d4','{"kind": "commitment", "finding": "c-821dcceb0c43", "document": "d-4792e138a947a65f", "who": ["JPN", "KOR"], "words": ["aging", "agricultur", "balanc", "birth", "disaster", "discuss", "growth", "joint", "keep", "low", "national", "prevention", "rat", "respons", "suicid"]}');
INSERT INTO "mentions" VALUES(3,'s-3d9d023bfd14','statement','m-a9e625d3f5d4','{"kind": "statement", "finding": "s-3d9d023bfd14", "document": "d-4792e138a947a65f", "who": ["KOR", "acgilnsuw"], "words": ["14", "afternoon", "center", "january", "japan", "korea", "osaka", "pres", "result", "summit"]}');
INSERT INTO "mentions" VALUES(3,'s-36f6b15b2de1','statement','m-a9e625d3f5d4','{"kind": "statement", "finding": "s-36f6b15b2de1", "document": "d-4792e138a947a65f", "who": ["KOR", "acgilnsuw"], "words": ["100", "13th", "2", "about", "expand", "held", "jae", "lee", "m", "meet", "minister", "minut", "myung", "nara", "one", "p", "president", "prim", "sana", "scal", "small", "takaichi"]}');
INSERT INTO "mentions" VALUES(3,'n-be2e2fdb8d05','next_step','m-a9e625d3f5d4','{"kind": "next_step", "finding": "n-be2e2fdb8d05", "document": "d-4792e138a947a65f", "who": ["other", "JPN", "KOR"], "words": ["agr", "authority", "between", "beyond", "consultation", "cooperation", "economic", "framework", "goes", "international", "leader", "norm", "open", "scienc", "security", "tak", "technology", "trad", "wider"]}');
INSERT INTO "mentions" VALUES(3,'n-be880566b040','next_step','m-a9e625d3f5d4','{"kind": "next_step", "finding": "n-be880566b040", "document": "d-4792e138a947a65f", "who": ["consultation", "JPN", "KOR"], "words": ["ai", "continu", "intellectual", "property", "protection", "talk"]}');
CREATE TABLE parties (
	country TEXT NOT NULL, 
	reading INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	PRIMARY KEY (country, reading, finding), 
	FOREIGN KEY(reading, finding) REFERENCES findings (reading, id)
);
INSERT INTO "parties" VALUES('JPN',1,'m-69fe39af239c');
INSERT INTO "parties" VALUES('KOR',1,'m-69fe39af239c');
INSERT INTO "parties" VALUES('JPN',1,'m-c5965462a7fc');
INSERT INTO "parties" VALUES('KOR',1,'m-c5965462a7fc');
INSERT INTO "parties" VALUES('KOR',1,'v-83eefbe601be');
INSERT INTO "parties" VALUES('JPN',1,'v-83eefbe601be');
INSERT INTO "parties" VALUES('JPN',1,'v-dbbf73d52fc3');
INSERT INTO "parties" VALUES('KOR',1,'v-dbbf73d52fc3');
INSERT INTO "parties" VALUES('KOR',1,'c-fff8a86883e6');
INSERT INTO "parties" VALUES('KOR',1,'n-87a8519cfdf7');
INSERT INTO "parties" VALUES('JPN',1,'n-87a8519cfdf7');
INSERT INTO "parties" VALUES('JPN',1,'n-5f602f230893');
INSERT INTO "parties" VALUES('KOR',1,'n-86a8a33d0147');
INSERT INTO "parties" VALUES('KOR',1,'n-e059deba69e1');
INSERT INTO "parties" VALUES('JPN',1,'n-e059deba69e1');
INSERT INTO "parties" VALUES('JPN',1,'n-08cf5755f434');
INSERT INTO "parties" VALUES('JPN',2,'m-07ed337163b0');
INSERT INTO "parties" VALUES('KOR',2,'m-07ed337163b0');
INSERT INTO "parties" VALUES('JPN',2,'m-e37208c6da56');
INSERT INTO "parties" VALUES('KOR',2,'m-e37208c6da56');
INSERT INTO "parties" VALUES('KOR',2,'v-81eb98d7aa53');
INSERT INTO "parties" VALUES('JPN',2,'v-81eb98d7aa53');
INSERT INTO "parties" VALUES('JPN',2,'v-e65e1ffdb7eb');
INSERT INTO "parties" VALUES('KOR',2,'v-e65e1ffdb7eb');
INSERT INTO "parties" VALUES('JPN',2,'c-cf8312c08f8f');
INSERT INTO "parties" VALUES('KOR',2,'c-cf8312c08f8f');
INSERT INTO "parties" VALUES('JPN',2,'n-2adca83d1721');
INSERT INTO "parties" VALUES('KOR',2,'n-2adca83d1721');
INSERT INTO "parties" VALUES('JPN',3,'m-a9e625d3f5d4');
INSERT INTO "parties" VALUES('KOR',3,'m-a9e625d3f5d4');
INSERT INTO "parties" VALUES('JPN',3,'m-9af236b94069');
INSERT INTO "parties" VALUES('KOR',3,'m-9af236b94069');
INSERT INTO "parties" VALUES('KOR',3,'v-3056e0f3f72c');
INSERT INTO "parties" VALUES('JPN',3,'v-3056e0f3f72c');
INSERT INTO "parties" VALUES('JPN',3,'v-6e125e147dc7');
INSERT INTO "parties" VALUES('KOR',3,'v-6e125e147dc7');
INSERT INTO "parties" VALUES('KOR',3,'c-5e59e34c22f2');
INSERT INTO "parties" VALUES('JPN',3,'c-5e59e34c22f2');
INSERT INTO "parties" VALUES('KOR',3,'c-dcafc2c50fbc');
INSERT INTO "parties" VALUES('JPN',3,'c-dcafc2c50fbc');
INSERT INTO "parties" VALUES('KOR',3,'c-821dcceb0c43');
INSERT INTO "parties" VALUES('JPN',3,'c-821dcceb0c43');
INSERT INTO "parties" VALUES('KOR',3,'n-be2e2fdb8d05');
INSERT INTO "parties" VALUES('JPN',3,'n-be2e2fdb8d05');
INSERT INTO "parties" VALUES('KOR',3,'n-be880566b040');
INSERT INTO "parties" VALUES('JPN',3,'n-be880566b040');
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	reader TEXT NOT NULL, 
	generation INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	title TEXT, 
	published TEXT, 
	published_basis TEXT, 
	published_reason TEXT, 
	publisher TEXT, 
	side TEXT, 
	language TEXT, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(entry) REFERENCES entries (seq), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "readings" VALUES(1,1,'d-779364f8800613b2','rules-en/1',1,'249f06754c1f719a02e45fb3afadc7c3','President to visit Nara, Japan, on January 13 and 14','2026-01-09','given',NULL,'Office of the President of the Republic of Korea','KOR','en');
INSERT INTO "readings" VALUES(2,2,'d-6f637cde8564d724','rules-en/1',1,'3eefdcc2f84af695883816f3f7738f39','Japan-ROK Summit Meeting in Nara','2026-01-13','given',NULL,'Prime Minister''s Office of Japan','JPN','en');
INSERT INTO "readings" VALUES(3,3,'d-4792e138a947a65f','rules-en/1',1,'6b3217d7a7fea8e4a0a91fd23cd7df05','Briefing on the outcome of the Korea-Japan summit in Nara','2026-01-14','inferred','''January 14'' falls in 2026: Wi Sung-lac was National Security Adviser of South Korea from 2025-06-04; Lee Jae-myung was President of South Korea from 2025-06-04; Sanae Takaichi was Prime Minister of Japan from 2025-10-21.','Office of the President of the Republic of Korea','KOR','en');
CREATE TABLE sightings (
	reading INTEGER NOT NULL, 
	finding TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT, 
	office TEXT, 
	country TEXT, 
	seen_on TEXT, 
	start_offset INTEGER, 
	end_offset INTEGER, 
	PRIMARY KEY (reading, finding, position), 
	FOREIGN KEY(reading, finding) REFERENCES findings (reading, id)
);
INSERT INTO "sightings" VALUES(1,'m-69fe39af239c',0,'Lee Jae Myung','President','KOR','2026-01-13',329,514);
INSERT INTO "sightings" VALUES(1,'m-69fe39af239c',1,'Takaichi Sanae','Prime Minister','JPN','2026-01-13',329,514);
INSERT INTO "sightings" VALUES(1,'m-c5965462a7fc',0,'Lee Jae Myung','President','KOR','2025-10',736,914);
INSERT INTO "sightings" VALUES(1,'m-c5965462a7fc',1,'Takaichi Sanae','Prime Minister','JPN','2025-10',736,914);
INSERT INTO "sightings" VALUES(1,'v-83eefbe601be',0,'Lee Jae Myung','President','KOR','2026-01-13',0,236);
INSERT INTO "sightings" VALUES(1,'v-dbbf73d52fc3',0,'Takaichi Sanae','Prime Minister','JPN','2025-10',736,914);
INSERT INTO "sightings" VALUES(1,'s-01b77590082b',0,'Wi Sung-lac','National Security Adviser','KOR','2026-01-13',0,236);
INSERT INTO "sightings" VALUES(1,'s-6a8e926b81cd',0,'Lee Jae Myung','President','KOR','2025-10',736,914);
INSERT INTO "sightings" VALUES(1,'s-13d3afd94c19',0,'Wi Sung-lac','National Security Adviser','KOR','2026-01-09',1029,1157);
INSERT INTO "sightings" VALUES(2,'m-07ed337163b0',0,'TAKAICHI Sanae','Prime Minister','JPN','2026-01-13',0,227);
INSERT INTO "sightings" VALUES(2,'m-07ed337163b0',1,'LEE Jae Myung','President','KOR','2026-01-13',0,227);
INSERT INTO "sightings" VALUES(2,'m-e37208c6da56',0,'TAKAICHI Sanae','Prime Minister','JPN','2025-10',318,432);
INSERT INTO "sightings" VALUES(2,'m-e37208c6da56',1,'LEE Jae Myung','President','KOR','2025-10',318,432);
INSERT INTO "sightings" VALUES(2,'v-81eb98d7aa53',0,'LEE Jae Myung','President','KOR','2026-01-13',0,227);
INSERT INTO "sightings" VALUES(2,'v-e65e1ffdb7eb',0,'TAKAICHI Sanae','Prime Minister','JPN','2025-10',318,432);
INSERT INTO "sightings" VALUES(2,'s-fb3a7fc06d08',0,'TAKAICHI Sanae','Prime Minister','JPN','2026-01-13',434,552);
INSERT INTO "sightings" VALUES(2,'s-2d1166cefdb2',0,'TAKAICHI Sanae','Prime Minister','JPN','2026-01-13',434,552);
INSERT INTO "sightings" VALUES(3,'m-a9e625d3f5d4',0,'Lee Jae-myung','President','KOR','2026-01-13',0,152);
INSERT INTO "sightings" VALUES(3,'m-a9e625d3f5d4',1,'Takaichi Sanae','Prime Minister','JPN','2026-01-13',0,152);
INSERT INTO "sightings" VALUES(3,'m-9af236b94069',0,'Takaichi Sanae','Prime Minister','JPN','2025-10',437,604);
INSERT INTO "sightings" VALUES(3,'m-9af236b94069',1,'Lee Jae-myung','President','KOR','2025-10',437,604);
INSERT INTO "sightings" VALUES(3,'v-3056e0f3f72c',0,'Lee Jae-myung','President','KOR','2026-01-13',0,152);
INSERT INTO "sightings" VALUES(3,'v-6e125e147dc7',0,'Takaichi Sanae','Prime Minister','JPN','2025-10',437,604);
INSERT INTO "sightings" VALUES(3,'s-3d9d023bfd14',0,'Wi Sung-lac','Director of National Security','KOR','2026-01-14',0,152);
INSERT INTO "sightings" VALUES(3,'s-36f6b15b2de1',0,'Wi Sung-lac','Director of National Security','KOR','2026-01-14',154,337);
CREATE INDEX ix_documents_text_key ON documents (text_key);
CREATE UNIQUE INDEX ix_readings_document_generation ON readings (document_id, generation);
CREATE INDEX ix_findings_id ON findings (id);
CREATE INDEX ix_sightings_country_name ON sightings (country, name);
CREATE INDEX ix_membership_finding ON membership (finding, seq);
CREATE INDEX ix_membership_account ON membership (account);
CREATE INDEX ix_mentions_context ON mentions (context);
CREATE INDEX ix_blocks_finding ON blocks (finding);
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries is append-only: record a new row instead'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries is append-only: record a new row instead'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only: record a new row instead'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only: record a new row instead'); END;
CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'readings is append-only: record a new row instead'); END;
CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'readings is append-only: record a new row instead'); END;
CREATE TRIGGER findings_no_update BEFORE UPDATE ON findings BEGIN SELECT RAISE(ABORT, 'findings is append-only: record a new row instead'); END;
CREATE TRIGGER findings_no_delete BEFORE DELETE ON findings BEGIN SELECT RAISE(ABORT, 'findings is append-only: record a new row instead'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims is append-only: record a new row instead'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims is append-only: record a new row instead'); END;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only: record a new row instead'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only: record a new row instead'); END;
CREATE TRIGGER sightings_no_update BEFORE UPDATE ON sightings BEGIN SELECT RAISE(ABORT, 'sightings is append-only: record a new row instead'); END;
CREATE TRIGGER sightings_no_delete BEFORE DELETE ON sightings BEGIN SELECT RAISE(ABORT, 'sightings is append-only: record a new row instead'); END;
CREATE TRIGGER areas_no_update BEFORE UPDATE ON areas BEGIN SELECT RAISE(ABORT, 'areas is append-only: record a new row instead'); END;
CREATE TRIGGER areas_no_delete BEFORE DELETE ON areas BEGIN SELECT RAISE(ABORT, 'areas is append-only: record a new row instead'); END;
CREATE TRIGGER issues_no_update BEFORE UPDATE ON issues BEGIN SELECT RAISE(ABORT, 'issues is append-only: record a new row instead'); END;
CREATE TRIGGER issues_no_delete BEFORE DELETE ON issues BEGIN SELECT RAISE(ABORT, 'issues is append-only: record a new row instead'); END;
CREATE TRIGGER membership_no_update BEFORE UPDATE ON membership BEGIN SELECT RAISE(ABORT, 'membership is append-only: record a new row instead'); END;
CREATE TRIGGER membership_no_delete BEFORE DELETE ON membership BEGIN SELECT RAISE(ABORT, 'membership is append-only: record a new row instead'); END;
COMMIT;
