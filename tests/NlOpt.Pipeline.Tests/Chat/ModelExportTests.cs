using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>Models as C#: names of users never become code.</summary>
public class ModelExportTests
{
    [Fact]
    public void Names_stay_within_their_literals()
    {
        var builder = new ModelBuilder("\"); System.Environment.Exit(1); //");
        var binary = builder.AddVariable("any\u2028one\n\"\\", VariableKind.Binary);
        var other = builder.AddVariable("caf\u00e9 \U0001F600 {0} */", VariableKind.Integer, null, 1e20);
        builder.AddRow(LinearExpression.Of([new(other, 2.5), new(binary, -1e-7)]), null, 3, "\\\"+x+\"");
        builder.AddIndicator(binary, false, LinearExpression.Of([new(other, 1)]), 0, 0);
        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of([new(other, 1)], 7));
        var code = CSharpWriter.Write(builder.Build());
        code.Should().MatchRegex("^[\n -~]*$", "only printable ASCII is written");
        GoldenScreen.ShouldMatch(code, "hostile.cs");
    }
}
