using MassTransit;
using Portal.Certificates.Storage;
using Portal.Contracts.Agencies;

namespace Portal.Certificates.Integration.KeepAgencies;

/// <summary>Keeps the copy of the producer that certificates show.</summary>
internal sealed class AgencyChangedConsumer(AgencyTable agencies) : IConsumer<AgencyChanged>
{
    public Task Consume(ConsumeContext<AgencyChanged> context) =>
        agencies.KeepAsync(AgencyDetails.Of(context.Message), context.CancellationToken);
}
