using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Storage.Configurations;

internal sealed class ContactProposalConfiguration : IEntityTypeConfiguration<ContactProposal>
{
    public void Configure(EntityTypeBuilder<ContactProposal> entity)
    {
        entity.HasKey(one => one.AccountId);
        entity.ComplexProperty(one => one.Contact, contact => contact.ToJson());
        entity.Property(one => one.RowVersion).IsRowVersion();
        entity.HasIndex(one => new { one.AgencyId, one.Id }).IsUnique();
    }
}
