package io.wirecase.capture.application;

import io.wirecase.capture.application.database.MongoDialog;
import io.wirecase.capture.application.database.MysqlDialog;
import io.wirecase.capture.application.database.PostgresDialog;
import io.wirecase.capture.application.database.RedisDialog;
import io.wirecase.capture.application.desktop.RdpDialog;
import io.wirecase.capture.application.desktop.VncDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.directory.KerberosDialog;
import io.wirecase.capture.application.directory.LdapDialog;
import io.wirecase.capture.application.http.Http2Dialog;
import io.wirecase.capture.application.http.HttpDialog;
import io.wirecase.capture.application.login.FtpDialog;
import io.wirecase.capture.application.login.ImapDialog;
import io.wirecase.capture.application.login.IrcDialog;
import io.wirecase.capture.application.login.PopDialog;
import io.wirecase.capture.application.login.RemoteShellDialog;
import io.wirecase.capture.application.login.SmtpDialog;
import io.wirecase.capture.application.login.TelnetDialog;
import io.wirecase.capture.application.message.AmqpDialog;
import io.wirecase.capture.application.message.KafkaDialog;
import io.wirecase.capture.application.message.MqttDialog;
import io.wirecase.capture.application.peer.BitTorrentDialog;
import io.wirecase.capture.application.peer.StratumDialog;
import io.wirecase.capture.application.plant.ModbusDialog;
import io.wirecase.capture.application.proxy.HaProxyDialog;
import io.wirecase.capture.application.proxy.SocksDialog;
import io.wirecase.capture.application.smb.SmbDialog;
import io.wirecase.capture.application.ssh.SshDialog;
import io.wirecase.capture.application.voip.SipDialog;
import java.util.List;

/** The protocols over TCP that are decoded; a new one is a line here. Where two fit, the earlier is taken. */
final class StreamCatalog {

    static final List<StreamProtocol> ALL = List.of(
            HttpDialog.PROTOCOL,
            TlsConversation.PROTOCOL,
            DnsConversation.PROTOCOL,
            SshDialog.PROTOCOL,
            SmtpDialog.PROTOCOL,
            FtpDialog.PROTOCOL,
            PopDialog.PROTOCOL,
            ImapDialog.PROTOCOL,
            TelnetDialog.PROTOCOL,
            IrcDialog.PROTOCOL,
            RemoteShellDialog.SHELL,
            RemoteShellDialog.LOGIN,
            RemoteShellDialog.EXECUTION,
            SmbDialog.PROTOCOL,
            RdpDialog.PROTOCOL,
            VncDialog.PROTOCOL,
            KerberosDialog.PROTOCOL,
            LdapDialog.PROTOCOL,
            SipDialog.PROTOCOL,
            Http2Dialog.PROTOCOL,
            PostgresDialog.PROTOCOL,
            KafkaDialog.PROTOCOL,
            MqttDialog.PROTOCOL,
            AmqpDialog.PROTOCOL,
            RedisDialog.PROTOCOL,
            SocksDialog.PROTOCOL,
            HaProxyDialog.PROTOCOL,
            StratumDialog.PROTOCOL,
            BitTorrentDialog.PROTOCOL,
            ModbusDialog.PROTOCOL,
            MysqlDialog.PROTOCOL,
            MongoDialog.PROTOCOL);

    /** By first byte, so that a stream is shown to the few protocols that may begin so. */
    private static final StreamProtocol[][] BY_FIRST_BYTE = byFirstByte();

    private StreamCatalog() {}

    private static StreamProtocol[][] byFirstByte() {
        StreamProtocol[][] table = new StreamProtocol[256][];
        for (int first = 0; first < table.length; first++) {
            int b = first;
            table[first] = ALL.stream().filter(p -> p.first().test(b)).toArray(StreamProtocol[]::new);
        }
        return table;
    }

    /** The protocols a side may begin with whose first byte, 0 to 255, this is. */
    static StreamProtocol[] startingWith(int first) {
        return BY_FIRST_BYTE[first];
    }
}
