using FluentAssertions;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>What a conversation shows, in 80 columns without colour.</summary>
public sealed class ChatScreenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_conversation_goes_from_the_first_question_to_the_plan()
    {
        var run = ChatRun.Of(_folder.Path, [.. ChatRun.Furniture, "yes", "/why", "/whatif chairs <= 10; at least 3 tables", "/quit"]);
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        GoldenScreen.ShouldMatch(run.Output, "furniture");
    }

    [Fact]
    public void The_commands_are_listed_and_the_algebra_shown()
    {
        var run = ChatRun.Of(_folder.Path, [.. ChatRun.Furniture, "/help", "/model", "/solve", "/quit"]);
        run.ExitCode.Should().Be(0);
        GoldenScreen.ShouldMatch(run.Output, "commands");
    }

    [Fact]
    public void Rules_that_contradict_each_other_are_named_with_repairs()
    {
        var run = ChatRun.Of(_folder.Path, [.. ChatRun.Furniture[..^1], "at most 3 chairs", "no, that is all", "yes", "/why"]);
        run.ExitCode.Should().Be(1);
        GoldenScreen.ShouldMatch(run.Output, "contradiction");
    }

    [Fact]
    public void Prompts_are_drawn_where_a_person_types()
    {
        var run = ChatRun.Typed(_folder.Path, () => ChatRun.Stream(["chairs and tables", "/quit"]), CancellationToken.None);
        run.Output.Should().Contain("you › ").And.Contain("--resume");
        ChatRun.Of(_folder.Path, ["chairs and tables"]).Output.Should().NotContain("›");
    }

    [Fact]
    public void Colour_is_only_added()
    {
        string[] lines = [.. ChatRun.Furniture, "/quit"];
        var plain = ChatRun.Typed(null, () => ChatRun.Stream(lines), CancellationToken.None);
        var colored = ChatRun.Typed(null, () => ChatRun.Stream(lines), CancellationToken.None, color: true);
        colored.Output.Should().Contain("\u001b[");
        System.Text.RegularExpressions.Regex.Replace(colored.Output, "\u001b\\[[0-9;]*m", "").Should().Be(plain.Output);
    }

    [Fact]
    public void Json_holds_the_conversation_and_what_came_of_it()
    {
        var run = ChatRun.Of(_folder.Path, [.. ChatRun.Furniture, "yes"], "--json");
        run.ExitCode.Should().Be(0);
        using var document = System.Text.Json.JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        root.GetProperty("version").GetInt32().Should().Be(1);
        root.GetProperty("transcript").GetProperty("turns").GetArrayLength().Should().Be(17);
        root.GetProperty("formulation").GetProperty("variables").GetArrayLength().Should().Be(2);
        root.GetProperty("solution").GetProperty("status").GetString().Should().Be("optimal");
        run.Error.Should().Contain("The plan", "what is said goes to standard error");
    }
}
