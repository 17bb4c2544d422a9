using Microsoft.Extensions.Options;
using Portal.Auditing;
using Portal.Notification.Features.Codes.SendCode;
using Portal.Notification.Features.Deliveries.QueueDeliveries;
using Portal.Notification.Features.Deliveries.RetryDeliveries;
using Portal.Notification.Features.SecurityNotices.SendSecurityNotice;
using Portal.Notification.Features.Sending;
using Portal.Notification.Features.Sending.SendDeliveries;
using Portal.Notification.Integration;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.Notification.Telemetry;
using Portal.Notification.Texts;
using Portal.Notification.Urgent;
using Portal.Persistence;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Secrets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification;

/// <summary>What the service is made of.</summary>
internal static class NotificationServices
{
    public static void AddNotificationServices(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<NotificationDb>("notificationdb");
        builder.AddAuditing("notification");
        builder.AddPortalBus("notification", bus =>
        {
            // Queuing is one insert a batch; two at a time keep ahead of the relay.
            bus.AddPortalConsumer<CertificatesIssuedConsumer>(atOnce: 2, prefetch: 4);
            // A person waits for each. More at once than connections, so that a code that is tried again holds up no
            // other.
            bus.AddPortalConsumer<CodeRequestedConsumer>(atOnce: 16, prefetch: 16);
            // Notices are few, and leave the connections to codes.
            bus.AddPortalConsumer<SecurityNoticeRequestedConsumer>(atOnce: 2, prefetch: 2);
        });
        builder.AddServiceClient<CertificateClient>("certificate", Scopes.DocumentsRead);
        builder.AddMail();
        builder.AddDeliveries();
        builder.AddCodes();
    }

    private static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IMailTransport, SmtpTransport>();
        builder.Services.AddSingleton<MailSpans>();
        builder.Services.AddSingleton<MailMetrics>();
        builder.Services.AddHostedService<DeliveryWatch>();
        builder.Services.AddSingleton<UrgentMail>();
    }

    private static void AddCodes(this IHostApplicationBuilder builder)
    {
        builder.Services.AddCodeProtection();
        builder.Services.AddOptions<TextOptions>()
            .BindConfiguration(TextOptions.Section)
            .Validate(
                texts => texts.IsValid,
                "Set Texts__Domain to the domain of the gateway that turns mail into text messages, "
                    + "or leave it out to send none.")
            .ValidateOnStart();
        builder.Services.AddSingleton<ITextTransport, MailedTexts>();
        builder.Services.AddSingleton<CodeSender>();
    }

    private static void AddDeliveries(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>()
            .BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WorkSignal>();
        builder.Services.AddSingleton<SendPause>();
        builder.Services.AddSingleton<ReceiptTable>();
        builder.Services.AddSingleton<DrainTable>();
        builder.Services.AddSingleton<InDoubtGate>();
        builder.Services.AddSingleton<MailComposer>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddScoped<DeliveryBatch>();
        builder.Services.AddHostedService<DeliverySender>();
        builder.Services.AddHostedService<CertificateClientWarmup>();
        builder.Services.AddScoped<RetryQueue>();
        builder.Services.AddScoped<RetryDeliveryHandler>();
        builder.Services.AddScoped<RetryDeliveriesHandler>();
    }
}
