/** Invented people of the demonstration communities who may be signed in as. Told on the sign-in page there, nowhere else. */
export type DemoAccount = {
  name: string;
  email: string;
  role:
    | "administrator"
    | "moderator"
    | "clerk"
    | "consultant"
    | "reviewer"
    | "commission_member"
    | "resident"
    | "displaced";
  /** Code of the district they live in. */
  district: string;
  bornOn: string;
};

/** No secret: everybody may read it on the sign-in page of a demonstration. */
export const DEMO_PASSWORD = "verba-nad-stavkom";

const vilshana: DemoAccount[] = [
  {
    name: "Олена Гречана",
    email: "admin@vilshana.example",
    role: "administrator",
    district: "01",
    bornOn: "1979-03-14",
  },
  {
    name: "Тарас Ставничий",
    email: "moderator@vilshana.example",
    role: "moderator",
    district: "01",
    bornOn: "1988-11-02",
  },
  {
    name: "Лариса Байрачна",
    email: "moderator2@vilshana.example",
    role: "moderator",
    district: "05",
    bornOn: "1975-07-19",
  },
  {
    name: "Надія Лозова",
    email: "clerk@vilshana.example",
    role: "clerk",
    district: "02",
    bornOn: "1969-06-25",
  },
  {
    name: "Юрій Затишний",
    email: "clerk2@vilshana.example",
    role: "clerk",
    district: "06",
    bornOn: "1983-02-11",
  },
  {
    name: "Ірина Бджільна",
    email: "consultant@vilshana.example",
    role: "consultant",
    district: "03",
    bornOn: "1991-01-19",
  },
  {
    name: "Богдан Криниця",
    email: "reviewer@vilshana.example",
    role: "reviewer",
    district: "04",
    bornOn: "1984-09-30",
  },
  {
    name: "Марко Полозний",
    email: "commission@vilshana.example",
    role: "commission_member",
    district: "07",
    bornOn: "1972-12-08",
  },
  {
    name: "Софія Вишнева",
    email: "resident@vilshana.example",
    role: "resident",
    district: "01",
    bornOn: "1996-04-21",
  },
  {
    name: "Андрій Приморський",
    email: "displaced@vilshana.example",
    role: "displaced",
    district: "04",
    bornOn: "1981-08-17",
  },
];

const berezovka: DemoAccount[] = [
  {
    name: "Вера Кедрова",
    email: "admin@berezovka.example",
    role: "administrator",
    district: "zavod",
    bornOn: "1976-05-11",
  },
  {
    name: "Пётр Озерный",
    email: "moderator@berezovka.example",
    role: "moderator",
    district: "sever",
    bornOn: "1985-02-27",
  },
  {
    name: "Алёна Таёжная",
    email: "resident@berezovka.example",
    role: "resident",
    district: "priozerye",
    bornOn: "1993-10-05",
  },
];

/** Accounts by the slug of their community. */
export const demoAccounts: Readonly<Record<string, readonly DemoAccount[]>> = { vilshana, berezovka };
