CREATE TABLE "missing_votes" (
	"community_id" uuid NOT NULL,
	"tally_id" uuid NOT NULL,
	"projects" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "missing_votes_community_id_tally_id_pk" PRIMARY KEY("community_id","tally_id")
);
--> statement-breakpoint
CREATE TABLE "round_draw" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"commitment" text NOT NULL,
	"seed" text NOT NULL,
	"public_value" text,
	"entered_by" uuid,
	"revealed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "round_draw_community_id_round_id_pk" PRIMARY KEY("community_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "missing_votes" ADD CONSTRAINT "missing_votes_community_id_tally_id_tally_community_id_id_fk" FOREIGN KEY ("community_id","tally_id") REFERENCES "public"."tally"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_draw" ADD CONSTRAINT "round_draw_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_draw" ADD CONSTRAINT "round_draw_community_id_entered_by_person_community_id_id_fk" FOREIGN KEY ("community_id","entered_by") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;