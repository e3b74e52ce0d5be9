CREATE TABLE "district_import" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"features" jsonb NOT NULL,
	"made_by" uuid,
	"applied_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "district_import_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "familiar_device" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "familiar_device_community_id_person_id_token_hash_pk" PRIMARY KEY("community_id","person_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "district" ADD COLUMN "outline" jsonb;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "current_id" uuid;--> statement-breakpoint
ALTER TABLE "district_import" ADD CONSTRAINT "district_import_community_id_community_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."community"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "familiar_device" ADD CONSTRAINT "familiar_device_community_id_person_id_person_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."person"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_current_fk" FOREIGN KEY ("community_id","current_id") REFERENCES "public"."place"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_current" ON "place" USING btree ("community_id","current_id");--> statement-breakpoint
CREATE INDEX "mail_link_person" ON "mail_link" USING btree ("community_id","person_id");