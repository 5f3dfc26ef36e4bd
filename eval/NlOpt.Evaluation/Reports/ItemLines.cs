using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NlOpt.Evaluation;

/// <summary>What was measured, one JSON object a problem and line, for analysis. Its questions quote the data.</summary>
public static class ItemLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines, each ended by a line feed, in the order of the joined data.</summary>
    /// <param name="parts">The reports of the data sets.</param>
    public static string Of(IEnumerable<EvaluationReport> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using var stream = new MemoryStream();
        foreach (var part in parts)
        {
            var errata = part.Errata.Select(erratum => erratum.Id).ToImmutableHashSet();
            foreach (var item in part.Items)
            {
                using (var writer = new Utf8JsonWriter(stream, Options)) Write(writer, part.Dataset, item, errata.Contains(item.Id));
                stream.WriteByte((byte)'\n');
            }
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, string split, ProblemResult item, bool isErratum)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("split", split);
        if (item.Fold is { } fold) writer.WriteNumber("fold", fold);
        writer.WriteBoolean("erratum", isErratum);
        writer.WriteString("outcome", item.Outcome.ToString());
        writer.WriteBoolean("exact", item.ModelRight);
        WriteExecution("integer", item.Integer);
        WriteExecution("continuous", item.Continuous);
        if (item.Probability is { } probability) writer.WriteNumber("confidence", probability);
        writer.WriteString("firstError", item.MainError?.Label);
        WriteList("errors", item.Errors.Select(error => error.Label));
        writer.WriteStartArray("questions");
        foreach (var question in item.Questions)
        {
            writer.WriteStartObject();
            writer.WriteString("slot", question.Slot.ToString());
            writer.WriteString("text", question.Text);
            if (question.Quote is { } quote)
            {
                writer.WriteNumber("start", quote.Start);
                writer.WriteNumber("end", quote.End);
            }

            writer.WriteNumber("loss", question.ExpectedLoss);
            writer.WriteBoolean("namesError", question.NamesError);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void WriteExecution(string name, ExecutionResult? execution)
        {
            if (execution is not null) writer.WriteBoolean(name, execution.Agrees);
        }

        void WriteList(string name, IEnumerable<string> texts)
        {
            writer.WriteStartArray(name);
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }
}
