import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Community } from "~/domain/communities/community";
import { importElection } from "~/domain/results/import-election.server";

const FILE = "Poland_Wieliczka_2023_Green_Budget.pb.gz";

/** A real city election with its real ballots: the first city vote that Equal Shares decided. */
export async function seedResults(community: Community): Promise<void> {
  const bytes = await readFile(join(process.cwd(), "db/seed/elections", FILE));
  const outcome = await importElection(community, {
    file: { name: FILE, bytes },
    slug: "wieliczka-2023",
    title: {
      uk: "Величка 2023, «Зелений мільйон»",
      ru: "Величка 2023, «Зелёный миллион»",
      en: "Wieliczka 2023, “Green Million”",
    },
    summary: {
      uk: "Справжнє голосування польського міста Величка: перше у світі міське голосування, вирішене за методом рівних часток. Бюлетені опублікувало місто.",
      ru: "Настоящее голосование польского города Величка: первое в мире городское голосование, решённое по методу равных долей. Бюллетени опубликовал город.",
      en: "The real vote of the Polish town of Wieliczka: the first city vote in the world decided by the Method of Equal Shares. The town published the ballots.",
    },
  });
  if (!outcome.done && outcome.reason !== "already_imported")
    throw new Error(`The demo election was refused: ${outcome.reason}`);
}
