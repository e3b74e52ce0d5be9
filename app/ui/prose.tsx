type Props = { text: string; lang?: string | undefined };

/** A resident's plain text: an empty line starts a paragraph, a line break stays one. */
export function PlainText({ text, lang }: Props) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <div className="prose" lang={lang}>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is rendered once on the server
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
