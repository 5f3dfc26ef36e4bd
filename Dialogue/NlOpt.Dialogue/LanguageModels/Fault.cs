using NlOpt.Modeling;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>What is wrong with a message that a language model wants to say, in words that tell the model what to mend.</summary>
internal static class Fault
{
    /// <summary>What the codes of all faults begin with.</summary>
    public const string Prefix = "dialogue.";

    /// <summary>It breaks a rule for all messages: number of questions, length, words.</summary>
    public static Diagnostic Message(string what, string remedy) => Diagnostic.Error(Prefix + "message", what, remedy: remedy);

    /// <summary>It holds a number or thing that nobody has said.</summary>
    public static Diagnostic Invented(string what, string remedy) => Diagnostic.Error(Prefix + "invented", what, remedy: remedy);

    /// <summary>It says what there is not.</summary>
    public static Diagnostic Void(string what) => Diagnostic.Error(Prefix + "void", what, remedy: "leave that out: a summary says what there is");

    /// <summary>It was said before.</summary>
    public static Diagnostic Repeated(string what, string remedy) => Diagnostic.Error(Prefix + "repeated", what, remedy: remedy);

    /// <summary>It is not the time for it.</summary>
    public static Diagnostic OutOfTurn(string what, string remedy) => Diagnostic.Error(Prefix + "out-of-turn", what, remedy: remedy);

    /// <summary>It repeats the instructions.</summary>
    public static Diagnostic Echo() =>
        Diagnostic.Error(Prefix + "echo", "the message repeats its instructions", remedy: "speak with the other side, in words of your own");

    /// <summary>It speaks of the text that its speaker knows the problem from.</summary>
    public static Diagnostic Statement(string words) =>
        Diagnostic.Error(Prefix + "statement", $"the message speaks of '{words}'", remedy: "speak as the owner, who has seen no text");

    /// <summary>A judgement that the numbers contradict.</summary>
    public static Diagnostic Judgement(string what, string remedy) => Diagnostic.Error(Prefix + "judgement", what, remedy: remedy);

    /// <summary>The warning that a message was mended without the model.</summary>
    public static Diagnostic Mended() =>
        Diagnostic.Warning(Prefix + "mended", "the language model did not mend its message, so what broke a rule was taken out of it");
}
