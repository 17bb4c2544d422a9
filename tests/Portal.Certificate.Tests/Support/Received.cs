using System.Reflection;
using MassTransit;

namespace Portal.Certificate.Tests.Support;

/// <summary>
/// A message as a consumer receives it, without a broker; knows the message and the token, nothing else.
/// </summary>
internal static class Received
{
    public static ConsumeContext<T> Of<T>(T message, CancellationToken cancellationToken)
        where T : class
    {
        var context = DispatchProxy.Create<ConsumeContext<T>, ReceivedContext>();
        var received = (ReceivedContext)(object)context;
        (received.Message, received.CancellationToken) = (message, cancellationToken);
        return context;
    }
}
