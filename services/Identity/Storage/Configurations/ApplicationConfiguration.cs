using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Applications;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.IsOpenToAccounts(
            "A token is looked up with its client, whatever account it is bounded to; the list is for admins.");
        builder.Property(one => one.Kind).HasConversion<string>();
        builder.Property(one => one.Authentication).HasConversion<string>();
        builder.HasIndex(one => new { one.AgencyId, one.Name, one.Id });

        // Tables of their own rather than JSON: a last use is written by one statement that touches nothing else.
        builder.OwnsMany(one => one.Secrets, secrets =>
        {
            secrets.ToTable("application_secrets");
            secrets.WithOwner().HasForeignKey("ApplicationId");
            secrets.HasKey(one => one.Id);
            secrets.Property(one => one.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(one => one.Keys, keys =>
        {
            keys.ToTable("application_keys");
            keys.WithOwner().HasForeignKey("ApplicationId");
            keys.HasKey("ApplicationId", nameof(ApplicationKey.Kid));
        });
    }
}
