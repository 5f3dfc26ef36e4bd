using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NlOpt.Evaluation;

/// <summary>The trials of a cross-check, one JSON object a line, for analysis. They quote the data.</summary>
public static class CrossCheckLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines, each ended by a line feed.</summary>
    public static string Of(CrossCheckScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        using var stream = new MemoryStream();
        foreach (var trial in scores.Trials)
        {
            using (var writer = new Utf8JsonWriter(stream, Options)) Write(writer, trial);
            stream.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, CrossCheckTrial trial)
    {
        writer.WriteStartObject();
        writer.WriteString("id", trial.Problem);
        writer.WriteString("source", trial.Source);
        if (trial.Error is { } error) writer.WriteString("error", JsonNamingPolicy.KebabCaseLower.ConvertName(error.ToString()));
        if (trial.What is { } what) writer.WriteString("what", what);
        writer.WriteBoolean("flagged", trial.IsFlagged);
        writer.WriteNumber("confidence", trial.Confidence);
        writer.WriteBoolean("readerRight", trial.IsReaderRight);
        writer.WriteStartArray("findings");
        foreach (var finding in trial.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("check", finding.Check);
            writer.WriteNumber("suspicion", Math.Round(finding.Suspicion, 4));
            writer.WriteBoolean("grave", finding.IsGrave);
            writer.WriteString("what", finding.What);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
