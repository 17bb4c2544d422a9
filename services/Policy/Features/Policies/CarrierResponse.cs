using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Features.Policies;

/// <summary>The insurer of a term.</summary>
internal sealed record CarrierResponse(string Name, string Naic)
{
    public static CarrierResponse Of(Carrier carrier) => new(carrier.Name, carrier.Naic);
}
