using Portal.Gateway;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults();
builder.AddGateway();

var app = builder.Build();
app.UseGateway();
app.Run();
