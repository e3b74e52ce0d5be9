CREATE TABLE "comparison" (
	"community_id" uuid NOT NULL,
	"tally_id" uuid NOT NULL,
	"outcomes" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "comparison_community_id_tally_id_pk" PRIMARY KEY("community_id","tally_id")
);
--> statement-breakpoint
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_community_id_tally_id_tally_community_id_id_fk" FOREIGN KEY ("community_id","tally_id") REFERENCES "public"."tally"("community_id","id") ON DELETE no action ON UPDATE no action;