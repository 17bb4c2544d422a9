using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain;

namespace Portal.Policies.Storage;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(account => account.AgencyId).HasColumnName("agency_id");
        builder.Property(account => account.Version).HasColumnName("version");
        builder.Property(account => account.ClientRef).HasColumnName("client_ref");
        builder.Property(account => account.LegalName).HasColumnName("legal_name");
        builder.Property(account => account.Dba).HasColumnName("dba");
        builder.ComplexProperty(account => account.Address, address => address.ToJson("address"));
        builder.HasIndex(account => new { account.AgencyId, account.ClientRef });
    }
}
