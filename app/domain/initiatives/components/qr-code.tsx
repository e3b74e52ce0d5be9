type Props = {
  path: { size: number; path: string };
  /** What the code says, for those who cannot see or scan it. */
  label: string;
};

/** Dark on white in every theme: scanners need it. The quiet zone of four modules belongs to the code. */
export function QrCode({ path: { size, path }, label }: Props) {
  return (
    <svg
      className="qr-code"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" x="-4" y="-4" width={size + 8} height={size + 8} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
