using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        // An import is the whole agency's.
        builder.IsHiddenFromAccounts();
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.State).HasConversion<string>();
        builder.Property(import => import.Stage).HasConversion<string>();
        builder.ComplexProperty(import => import.Requester, requester => requester.ToJson());
        builder.Ignore(import => import.IsReadyToRun);
        builder.ComplexProperty(import => import.Clients, counts => counts.ToJson());
        builder.ComplexProperty(import => import.Policies, counts => counts.ToJson());
        builder.ComplexProperty(import => import.Holders, counts => counts.ToJson());
    }
}
