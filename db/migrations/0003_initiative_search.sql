CREATE INDEX "initiative_words" ON "initiative" USING gin (to_tsvector('simple', search_text));--> statement-breakpoint
CREATE INDEX "initiative_stems" ON "initiative" USING gin (to_tsvector('russian', search_text));--> statement-breakpoint
CREATE INDEX "initiative_trigrams" ON "initiative" USING gin (search_text gin_trgm_ops);