import type { ServerResponse } from "node:http";

const SENTENCES: Record<number, string> = {
  400: "Запит не вдалося прочитати. · Запрос не удалось прочитать. · The request could not be read.",
  403: "Цю форму надіслано з іншого сайту. · Эта форма отправлена с другого сайта. · This form was sent from another site.",
  404: "Такої сторінки немає. · Такой страницы нет. · There is no such page.",
  408: "Запит надходив надто довго. · Запрос поступал слишком долго. · The request took too long to arrive.",
  413: "Завеликий обсяг даних. · Слишком большой объём данных. · Too much data was sent.",
  415: "Такий вид даних не приймаємо. · Такой вид данных не принимаем. · This kind of data is not accepted.",
  421: "Громади з такою адресою тут немає. · Сообщества с таким адресом здесь нет. · No community has this address here.",
  500: "Сталася помилка. Спробуйте ще раз. · Произошла ошибка. Попробуйте ещё раз. · Something went wrong. Please try again.",
  503: "Зараз забагато відвідувачів. Спробуйте за кілька секунд. · Сейчас слишком много посетителей. Попробуйте через несколько секунд. · Too many visitors right now. Please try again in a few seconds.",
};

/** The last-resort answer, before a language or a community is known; never cached (S-57). */
export function plainAnswer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  const sentence = SENTENCES[status] ?? SENTENCES[500];
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    ...(status === 413 ? { Connection: "close" } : {}),
    ...headers,
  });
  response.end(
    `<!doctype html><html lang="uk"><meta charset="utf-8"><title>${status}</title><p>${sentence}</p></html>`,
  );
}
