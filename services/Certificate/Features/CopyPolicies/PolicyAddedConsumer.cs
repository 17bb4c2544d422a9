using MassTransit;
using Portal.Certificates.Storage;
using Portal.Contracts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.CopyPolicies;

/// <summary>Keeps the copies of policies that lists and exports show.</summary>
internal sealed class PolicyAddedConsumer(CertificateDb db, AgencyScope scope) : IConsumer<PolicyAdded>
{
    public async Task Consume(ConsumeContext<PolicyAdded> context)
    {
        var message = context.Message;
        scope.BindTo(message.AgencyId);
        await db.CopyPoliciesAsync(message.AgencyId, message.AccountId, [message.Policy], context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
