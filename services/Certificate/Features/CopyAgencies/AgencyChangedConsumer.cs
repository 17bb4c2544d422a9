using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.Contracts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.CopyAgencies;

/// <summary>Keeps the copy of the producer that certificates show.</summary>
internal sealed class AgencyChangedConsumer(CertificateDb db, AgencyScope scope) : IConsumer<AgencyChanged>
{
    public async Task Consume(ConsumeContext<AgencyChanged> context)
    {
        var changed = context.Message;
        scope.BindTo(changed.AgencyId);
        var copy = await db.Agencies.FirstOrDefaultAsync(
            agency => agency.Id == changed.AgencyId, context.CancellationToken);
        if (copy is null)
        {
            db.Agencies.Add(new AgencyCopy { Id = changed.AgencyId, Version = changed.Version, State = changed });
        }
        else if (copy.Version < changed.Version)
        {
            (copy.Version, copy.State) = (changed.Version, changed);
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }
}
