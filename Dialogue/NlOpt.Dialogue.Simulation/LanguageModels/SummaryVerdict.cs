using System.Text.Json;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Simulation.LanguageModels;

/// <summary>What a client thinks of a summary.</summary>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Message">What the client says.</param>
internal sealed record SummaryVerdict(bool IsRight, string Message)
{
    // What any agent understands as agreement; the words of a model might be none.
    private const string Agreement = "Yes, that is right. Thank you!";

    /// <summary>Reads a reply.</summary>
    /// <exception cref="JsonException">It does not keep to the schema.</exception>
    public static SummaryVerdict Read(JsonPart root) => root.Object(part =>
    {
        var (verdict, message) = (part.Field("verdict").Text(), ClientMessage.Line(part.Field("message")));
        return verdict switch
        {
            "right" => new SummaryVerdict(true, Agreement),
            "wrong" when message.Length > 0 => new SummaryVerdict(false, message),
            "wrong" => throw part.Field("message").Wrong("must say what is wrong"),
            _ => throw part.Field("verdict").Wrong("must be one of right, wrong"),
        };
    });
}
