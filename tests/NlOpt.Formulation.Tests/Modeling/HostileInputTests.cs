using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>Whatever a file holds, reading ends with a model or a diagnostic.</summary>
public class HostileInputTests
{
    [Property(MaxTest = 200)]
    public void No_text_makes_a_reader_throw(string? text)
    {
        foreach (var format in ModelFormat.All) ShouldEndWell(format, text ?? "");
    }

    [Property(MaxTest = 200)]
    public void No_bytes_make_a_reader_throw(byte[]? bytes)
    {
        foreach (var format in ModelFormat.All) format.Read((bytes ?? []).AsSpan()).Should().NotBeNull();
    }

    [Property(MaxTest = 300)]
    public void No_damage_to_a_file_makes_a_reader_throw(int seed)
    {
        var random = new Random(seed);
        var model = seed % 2 == 0 ? RandomModels.Any(seed) : Samples.Bakery;
        foreach (var format in ModelFormat.All) ShouldEndWell(format, Damage(format.Write(model), random));
    }

    [Fact]
    public void Every_beginning_of_a_file_is_refused()
    {
        foreach (var format in ModelFormat.All)
        {
            var text = format.Write(Samples.Bakery).TrimEnd();
            for (var length = 0; length < text.Length; length++)
            {
                var result = format.Read(text[..length]);
                result.IsSuccess.Should().BeFalse("a file that is cut off must not pass for a model: {0}", text[..length]);
            }
        }
    }

    [Theory]
    [InlineData("lp", "", "format.empty", null, null)]
    [InlineData("mps", " \n\t\n", "format.empty", null, null)]
    [InlineData("json", "{\"a\":\0}", "format.binary", 1, 6)]
    public void What_is_no_text_is_refused(string format, string text, string code, int? line, int? column) =>
        ShouldFail(Format(format).Read(text), code, line, column);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => ShouldFail(ModelFormat.Lp.Read("max\n x\ud800\nend"), "format.encoding", 2, 3);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place() =>
        ShouldFail(ModelFormat.Lp.Read([.. "max\n x + "u8, 0xE9, .. "\nend"u8], "plan.lp"), "format.encoding", 2, 6);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var text = new string('[', 1_000_000);
        ShouldFail(ModelFormat.Json.Read(text), "json.syntax", 1, 1);
        ShouldFail(ModelFormat.Json.Read("{\"name\":" + text), "json.syntax", 1, 9);
    }

    [Fact]
    public void Long_lines_and_many_tokens_are_read_in_time()
    {
        var sum = string.Concat(Enumerable.Range(0, 200_000).Select(i => $" + {i} x{i % 1000}"));
        ModelFormat.Lp.Read("max\n" + sum + "\nst\nend").Value.Variables.Should().HaveCount(1000);
        ModelFormat.Lp.Read("max\n" + new string('x', 5_000_000) + "\nst\nend").Value.Variables.Should().ContainSingle();
        ModelFormat.Mps.Read("ROWS\n " + string.Join(' ', Enumerable.Repeat("a", 1_000_000))).IsSuccess.Should().BeFalse();
        var coefficients = string.Join(",", Enumerable.Range(0, 200_000).Select(i => $"\"x{i}\":1"));
        ShouldFail(
            ModelFormat.Json.Read("""{"format":"nlopt-model","version":1,"variables":[],"objective":{"sense":"minimize","coefficients":{""" + coefficients + "}}}"),
            "json.unknown-variable", 1, 100);
    }

    private static void ShouldEndWell(ModelFormat format, string text)
    {
        var result = format.Read(text, "file");
        if (result.IsSuccess) format.Read(format.Write(result.Value)).Value.Should().Be(result.Value);
        else result.Diagnostics.Should().Contain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location!.Source == "file");
    }

    private static string Damage(string text, Random random)
    {
        const string Poison = "0123456789.-+eE<>=:[]{}\"\\*^,; \n\tabxyRNLGE'$~\u0000\ud800é";
        string[] words = ["1e400", "nan", "-inf", "free", "End\n", "ENDATA\n", "\n", "null", "{}", "Bounds\n", "RHS\n", " MARKER 'MARKER' 'INTORG'\n", "->", "1e-400"];
        for (var i = random.Next(1, 6); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Remove(at, 1).Insert(at, Poison[random.Next(Poison.Length)].ToString()),
                3 => text.Insert(at, words[random.Next(words.Length)]),
                4 => string.Join('\n', text.Split('\n').OrderBy(_ => random.Next(3))),
                _ => text[..at],
            };
        }

        return text;
    }

    private static ModelFormat Format(string name) => ModelFormat.All.Single(format => format.Name == name);

    private static void ShouldFail(Result<Model> result, string code, int? line, int? column)
    {
        var diagnostic = result.Diagnostics.Should().ContainSingle(d => d.Severity == DiagnosticSeverity.Error).Subject;
        (diagnostic.Code, diagnostic.Location?.Line, diagnostic.Location?.Column).Should().Be((code, line, column));
    }
}
