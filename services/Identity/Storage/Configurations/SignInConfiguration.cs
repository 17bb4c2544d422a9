using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.SignIns;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class SignInConfiguration : IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<SignIn> entity)
    {
        entity.IsOpenToAccounts("It is found by the secret that its browser holds, before anybody has an account.");
        entity.Property(one => one.Audience).HasConversion<string>();
        entity.Property(one => one.Step).HasConversion<string>();
        entity.Property(one => one.CodeSentTo).HasConversion<string>();
        entity.HasIndex(one => one.ReferenceHash).IsUnique();
        entity.HasIndex(one => one.ExpiresAt);
    }
}
