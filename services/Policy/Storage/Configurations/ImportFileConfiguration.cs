using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Policies.Storage.Configurations;

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.IsOwnedByNoAgency("It is asked for by its import, which is the agency's.").IsHiddenFromAccounts();
        builder.HasKey(file => new { file.ImportId, file.Name });
    }
}
