using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Sessions;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> entity)
    {
        // Sessions are managed by the person whose they are, in whichever account each of them is.
        entity.IsOwnedByPerson(one => one.SubjectId);
        entity.Property(one => one.Kind).HasConversion<string>();
        entity.Property(one => one.EndReason).HasConversion<string>();
        entity.HasIndex(one => one.ReferenceHash).IsUnique();
        entity.HasIndex(one => one.PreviousHash).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.SubjectId });
        entity.HasIndex(one => one.AccountId);
        entity.HasIndex(one => one.ExpiresAt);
    }
}
