using System.Diagnostics;
using MassTransit;
using Portal.Contracts.Certificates;

namespace Portal.Persistence.Tests.Support;

/// <summary>One delivery of a numbered event.</summary>
/// <param name="Sequence">Sequence that the number belongs to.</param>
/// <param name="Number">Number within the sequence.</param>
/// <param name="Sender">Address of the bus that sent it.</param>
/// <param name="MessageId">Id on the bus.</param>
/// <param name="Trace">Trace in which it was consumed.</param>
/// <param name="Timestamp">When, as <see cref="Stopwatch.GetTimestamp"/> counts.</param>
internal sealed record ReceivedMessage(
    Guid Sequence, int Number, Uri? Sender, Guid? MessageId, ActivityTraceId Trace, long Timestamp)
{
    public static ReceivedMessage Of(ConsumeContext<DistributionStarted> context) => new(
        context.Message.DistributionId,
        context.Message.Total,
        context.SourceAddress,
        context.MessageId,
        Activity.Current?.TraceId ?? default,
        Stopwatch.GetTimestamp());
}
