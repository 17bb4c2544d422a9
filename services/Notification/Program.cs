using Portal.Notification;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddNotification();

var app = builder.Build();
app.UseServiceDefaults();
app.MapNotificationApi();
app.Run();
