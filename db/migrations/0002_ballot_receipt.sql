CREATE TABLE "ballot_receipt" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"receipt_hash" text NOT NULL,
	CONSTRAINT "ballot_receipt_community_id_round_id_receipt_hash_pk" PRIMARY KEY("community_id","round_id","receipt_hash")
);
--> statement-breakpoint
ALTER TABLE "sealed_ballot" ADD COLUMN "cast_key" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot_receipt" ADD CONSTRAINT "ballot_receipt_community_id_round_id_round_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."round"("community_id","id") ON DELETE no action ON UPDATE no action;