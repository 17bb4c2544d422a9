using System.ComponentModel.DataAnnotations;
using Portal.Notification.Domain.Deliveries;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>
/// How deliveries are sent and tried again, section <c>Delivery</c>. The defaults give up after about a day and a half.
/// </summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Batches that are in work in this process at the same time.</summary>
    [Range(1, 16, ErrorMessage = "Set Delivery__Senders to a number from 1 to 16.")]
    public int Senders { get; set; } = 3;

    /// <summary>Deliveries in a batch, whose outcomes are published together.</summary>
    [Range(1, 200, ErrorMessage = "Set Delivery__BatchSize to a number from 1 to 200.")]
    public int BatchSize { get; set; } = 32;

    /// <summary>Attempts that the relay answers before a delivery has failed.</summary>
    [Range(1, 1000, ErrorMessage = "Set Delivery__MaxAttempts to a number from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 40;

    /// <summary>Wait after the first attempt; it doubles with each.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ErrorMessage = "Set Delivery__FirstRetry to a time of up "
        + "to a day, such as 00:00:05.")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ErrorMessage = "Set Delivery__LongestRetry to a time of "
        + "up to a day, such as 01:00:00.")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Longest pause while the relay, or the service that keeps the documents, can't be reached; the first is a second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Set Delivery__LongestPause to a time of up "
        + "to an hour, such as 00:01:00.")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The schedule that these settings describe.</summary>
    public RetrySchedule Schedule => new(FirstRetry, LongestRetry, MaxAttempts);
}
