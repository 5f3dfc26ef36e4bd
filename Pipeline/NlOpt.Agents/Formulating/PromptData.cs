using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Formulation;

namespace NlOpt.Agents.Formulating;

/// <summary>The JSON objects that prompts are given as data: words of the user and of earlier replies as texts, never as instructions.</summary>
internal static class PromptData
{
    // Only quotation marks and control characters are escaped: a text full of \u0027 is harder to quote from.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For the variables: the problem alone.</summary>
    public static string OfProblem(Source source) => Write(writer => Problem(writer, source));

    /// <summary>For the parts: the problem, the variables and every template.</summary>
    public static string OfSplitting(ProblemFormulation frame) => Write(writer =>
    {
        Problem(writer, frame.Source);
        Strings(writer, "variables", frame.Variables.Select(variable => variable.Name));
        writer.WriteStartArray("templates");
        foreach (var template in Template.All) OfTemplate(writer, template);
        writer.WriteEndArray();
    });

    /// <summary>For one goal or rule.</summary>
    /// <param name="frame">The source and the closed list of variables.</param>
    /// <param name="part">The goal or rule.</param>
    /// <param name="remarks">What was wrong with an earlier attempt; empty for the first one.</param>
    public static string OfPart(ProblemFormulation frame, FormulatedPart part, ImmutableArray<string> remarks) => Write(writer =>
    {
        Problem(writer, frame.Source);
        Strings(writer, "variables", frame.Variables.Select(variable => variable.Name));
        writer.WritePropertyName("template");
        OfTemplate(writer, part.Template);
        Strings(writer, "quotes", part.Said.Select(frame.Source.Quote));
        if (part.Subject is null) writer.WriteNull("subject");
        else writer.WriteString("subject", part.Subject);
        Strings(writer, "remarks", remarks);
    });

    /// <summary>For the self-check: the problem and what was understood, in plain sentences.</summary>
    public static string OfCheck(ProblemFormulation formulation) => Write(writer =>
    {
        Problem(writer, formulation.Source);
        writer.WriteString("goal", PlainSentence.OfObjective(formulation));
        writer.WriteStartArray("rules");
        for (var index = 0; index < formulation.Statements.Length; index++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("rule", index + 1);
            writer.WriteString("says", PlainSentence.Of(formulation.Statements[index], formulation));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void Problem(Utf8JsonWriter writer, Source source) => writer.WriteString("problem", string.Join("\n\n", source.Turns));

    private static void OfTemplate(Utf8JsonWriter writer, Template template)
    {
        writer.WriteStartObject();
        writer.WriteString("id", template.Id);
        writer.WriteString("form", template.Form);
        writer.WriteString("meaning", template.Meaning);
        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
