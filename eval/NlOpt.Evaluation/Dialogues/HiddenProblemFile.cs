using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NlOpt.Datasets;
using NlOpt.Datasets.Generation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>The problems behind simulated dialogues, one a line (JSONL): id, text, formulation.</summary>
public static class HiddenProblemFile
{
    /// <summary>The problems of a generated file.</summary>
    public static ImmutableArray<NamedProblem> Of(GeneratedProblemFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Problems.Select(problem => new NamedProblem(problem.Id, new HiddenProblem(problem.Text, problem.Formulation)))];
    }

    /// <summary>The problems of NL4Opt whose declarations can be held as a formulation; the others are left out.</summary>
    public static ImmutableArray<NamedProblem> Of(Nl4OptSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return [.. split.Problems.Select(problem => (problem.Id, Hidden: Nl4OptHidden.Of(problem))).Where(item => item.Hidden is not null)
            .Select(item => new NamedProblem(item.Id, item.Hidden!))];
    }

    /// <summary>Writes the problems.</summary>
    public static string Write(ImmutableArray<NamedProblem> problems) => string.Concat(problems.Select(Line));

    /// <summary>Reads what was written; the text is untrusted.</summary>
    /// <returns>The problems; or <c>dialogues.problems</c> with the line that is wrong.</returns>
    public static Result<ImmutableArray<NamedProblem>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = ImmutableArray.CreateBuilder<NamedProblem>();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            try
            {
                using var document = JsonDocument.Parse(line);
                var read = FormulationJson.Read(document.RootElement.GetProperty("formulation").GetRawText());
                if (!read.TryGetValue(out var formulation)) return Failure(number, read.Diagnostics[0].Message);
                var source = document.RootElement.GetProperty("text").GetString() ?? "";
                problems.Add(new NamedProblem(document.RootElement.GetProperty("id").GetString() ?? "", new HiddenProblem(source, formulation)));
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return Failure(number, exception.Message);
            }
        }

        return Result.Success(problems.ToImmutable());
    }

    /// <summary>The checksum of problems: SHA-256 of what is written, in lower-case hexadecimal digits.</summary>
    public static string Sha256Of(string written) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));

    private static string Line(NamedProblem named)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("id", named.Id);
            writer.WriteString("text", named.Problem.Text);
            writer.WritePropertyName("formulation");
            FormulationJson.Write(writer, named.Problem.Gold);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static Result<ImmutableArray<NamedProblem>> Failure(int line, string message) => Result.Failure<ImmutableArray<NamedProblem>>(
        Diagnostic.Error("dialogues.problems", $"line {line} of the problems holds no problem: {message}", new DiagnosticLocation(line)));
}
