import { useT } from "~/i18n/use-translation";

type Photo = { id: string; description: string; width: number; height: number };

type Props = {
  photos: Photo[];
  href: (id: string) => string;
  /** Address of the page that takes a photo out; none where photos are only shown. */
  removeHref?: ((id: string) => string) | undefined;
  lang?: string | undefined;
};

/** Photos with their descriptions. Their size is known before they load, so nothing jumps. */
export function PhotoList({ photos, href, removeHref, lang }: Props) {
  const t = useT();
  if (photos.length === 0) return null;
  return (
    <ul className="plain photo-list">
      {photos.map(({ id, description, width, height }) => (
        <li key={id}>
          <figure>
            <a href={href(id)}>
              <img
                src={href(id)}
                alt={description}
                width={width}
                height={height}
                loading="lazy"
                lang={lang}
              />
            </a>
            <figcaption lang={lang}>{description}</figcaption>
          </figure>
          {removeHref ? (
            <a href={removeHref(id)}>
              {t("initiatives.photos.remove")}
              <span className="visually-hidden">: {description}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
